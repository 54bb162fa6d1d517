import { realpath } from 'node:fs/promises'
import { systemClock } from '../ambient/clock.ts'
import type { Log } from '../ambient/log.ts'
import type { Random } from '../ambient/random.ts'
import type { Settings } from '../config/settings.ts'
import { UnusableSettings } from '../config/unusable-settings.ts'
import type { Functions } from '../functions/functions.ts'
import { noFunctions } from '../functions/no-functions.ts'
import { functionsEndpoint } from './functions-endpoint.ts'

/** The functions of the directory that was named; in dev they are run as they are at the moment. */
export async function openFunctions(
  settings: Settings,
  { port, publicUrl, log, random }: FunctionParts,
): Promise<Functions & AsyncDisposable> {
  const { functions: directory, account, profile } = settings
  if (directory === undefined) return { ...noFunctions, [Symbol.asyncDispose]: () => Promise.resolve() }
  // A server without functions never needs it: it stays out of memory.
  const { directoryFunctions } = await import('../functions/directory-functions.ts')
  return directoryFunctions({
    directory: await realNameOf(directory),
    account,
    endpoint: functionsEndpoint(settings, { port, publicUrl }),
    changes: profile === 'dev' ? 'followed' : 'ignored',
    path: process.env['PATH'] ?? '',
    log,
    clock: systemClock,
    random,
  })
}

export interface FunctionParts {
  readonly port: number
  readonly publicUrl: string
  readonly log: Log
  readonly random: Random
}

/** Node holds a function to names without links. */
async function realNameOf(directory: string): Promise<string> {
  try {
    return await realpath(directory)
  } catch {
    throw new UnusableSettings([
      `--functions names ${directory}, which is not there: make it, or name another directory.`,
    ])
  }
}
