import { outputOf } from './output-of.ts'
import type { Home } from './stores.ts'

export interface NewKey {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** An access key, made on the command line beside the running server. */
export async function newKey(home: Home, flags: readonly string[] = []): Promise<NewKey> {
  const printed: unknown = JSON.parse(await outputOf(home, ['keys', 'create', ...flags]))
  const { AccessKeyId, SecretAccessKey } = printed as Readonly<Record<'AccessKeyId' | 'SecretAccessKey', string>>
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey }
}
