import { chown, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '../ambient/clock.ts'
import type { Log } from '../ambient/log.ts'
import type { Random } from '../ambient/random.ts'
import type { FunctionArn } from './function-arn.ts'
import type { FunctionFiles } from './function-files.ts'
import { type FunctionProcess, type Limits, startFunctionProcess } from './function-process.ts'
import type { Failure } from './functions.ts'
import { launchOf } from './launch-of.ts'

export interface StarterParts {
  /** Where the AWS SDK in a function finds this server. */
  readonly endpoint: string
  readonly log: Log
  readonly clock: Clock
  readonly random: Random
}

export interface StarterTools {
  /** Whom functions become that Node cannot hold to their files. */
  readonly user: number | undefined
  readonly bounds: Limits & { readonly memoryMB: number }
  readonly python: () => Promise<string | undefined>
}

/** Starts processes of a function as it is, each with a place of its own where it may write. */
export function processStarter(
  arn: string,
  { named, files }: { readonly named: FunctionArn; readonly files: FunctionFiles },
  { endpoint, log, clock, random }: StarterParts,
  { user, bounds, python }: StarterTools,
): () => Promise<FunctionProcess | Failure> {
  const { memoryMB } = bounds
  const unconfined = user === undefined && (files.language === 'python' || files.language === 'custom')
  if (unconfined) log.warn('function reads what the server may read', { function: named.name })
  const prepared = async () => {
    const scratch = await realpath(await mkdtemp(join(tmpdir(), 'cognate-function-')))
    const launch = await launchOf(files, { ...named, scratch, memoryMB, endpoint, user, python })
    if ('user' in launch && launch.user !== undefined) await chown(scratch, launch.user, launch.user)
    return { scratch, launch }
  }
  return async () => {
    const { scratch, launch } = await prepared()
    const forgetScratch = () => rm(scratch, { recursive: true, force: true })
    if ('kind' in launch) {
      log.debug('function cannot be started', { function: named.name, ...launch })
      return forgetScratch().then(() => launch)
    }
    const started = await startFunctionProcess(launch, { arn, name: named.name, limits: bounds, log, clock, random })
    if ('kind' in started) return forgetScratch().then(() => started)
    return { ...started, ended: started.ended.then(forgetScratch) }
  }
}
