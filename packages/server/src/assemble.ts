import { systemRandom } from './ambient/random.ts'
import { loadMasterKey } from './config/master-key.ts'
import { publicUrlOf } from './config/public-url.ts'
import type { Settings } from './config/settings.ts'
import type { Door } from './http/message.ts'

/** A built house; disposing stops its jobs and closes its store, after the listener has drained. */
export interface Running {
  readonly doors: readonly Door[]
  /** What a person reads on standard output before the ready line. */
  readonly welcome: readonly string[]
  [Symbol.asyncDispose](): Promise<void>
}

export async function assemble(settings: Settings, bound: { readonly port: number }): Promise<Running> {
  await loadMasterKey(settings.masterKey, systemRandom)
  return {
    doors: [],
    welcome: [`Endpoint: ${publicUrlOf(settings, bound.port)}`],
    [Symbol.asyncDispose]: () => Promise.resolve(),
  }
}
