import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '../ambient/clock.ts'
import type { Log } from '../ambient/log.ts'
import type { Random } from '../ambient/random.ts'
import { findPython } from './find-python.ts'
import { readFunctionArn } from './function-arn.ts'
import type { FunctionArn } from './function-arn.ts'
import { findFunctionFiles } from './function-files.ts'
import type { FunctionFiles } from './function-files.ts'
import { type Limits, startFunctionProcess } from './function-process.ts'
import type { Functions, Invocation, Outcome } from './functions.ts'
import { inTime } from './in-time.ts'
import { launchOf } from './launch-of.ts'
import { type PoolBounds, type ProcessPool, processPool } from './process-pool.ts'
import { sourceStamp } from './source-stamp.ts'

export interface DirectoryFunctions extends Functions, AsyncDisposable {}

export interface DirectoryParts {
  readonly directory: string
  /** Whose pools may invoke them. */
  readonly account: string
  /** Where the AWS SDK in a function finds this server. */
  readonly endpoint: string
  /** Whether a function that was changed is started anew. */
  readonly changes: 'followed' | 'ignored'
  readonly bounds?: Partial<FunctionBounds>
  /** Where programs are looked for. */
  readonly path: string
  readonly log: Log
  readonly clock: Clock
  readonly random: Random
}

interface FunctionBounds extends Limits, PoolBounds {
  readonly memoryMB: number
}

/** What AWS Lambda gives a function that asks for nothing else, and ours for processes. */
const usual: FunctionBounds = { eventMs: 3000, startMs: 10_000, memoryMB: 128, most: 8, idleMs: 300_000 }

/** Whom functions become, where a user can be changed: nobody. */
const nobody = 65_534

/**
 * Functions that lie in a directory: `NAME.js` is `arn:aws:lambda:<any region>:<account>:function:NAME`. Each runs in
 * processes of its own, which are started when it is invoked and ended when they have had nothing to do for a while.
 */
export function directoryFunctions(parts: DirectoryParts): DirectoryFunctions {
  const bounds = { ...usual, ...parts.bounds }
  const user = process.getuid?.() === 0 ? nobody : undefined
  const running = new Map<string, Running>()
  const pools = new Set<ProcessPool>()
  let python: Promise<string | undefined> | undefined
  const tools = { user, bounds, python: () => (python ??= findPython(parts.path, user)) }

  async function reach(arn: string, invocation: Invocation, isWaiting: () => boolean): Promise<Outcome> {
    const named = readFunctionArn(arn)
    if (!named || named.account !== parts.account) return { kind: 'not-found' }
    if (invocation.source.account !== parts.account) return { kind: 'not-permitted' }
    const files = await findFunctionFiles(parts.directory, named.name)
    if (!files) {
      forget(arn)
      return { kind: 'not-found' }
    }
    const stamp = parts.changes === 'followed' ? await sourceStamp(files.root) : files.file
    return await poolFor(arn, { named, files, stamp }).invoke(invocation.payload, isWaiting)
  }

  function poolFor(arn: string, { named, files, stamp }: Found): ProcessPool {
    const present = running.get(arn)
    if (present?.stamp === stamp) return present.pool
    forget(arn)
    const pool = openPool(arn, { named, files }, parts, tools)
    running.set(arn, { stamp, pool })
    pools.add(pool)
    return pool
  }

  function forget(arn: string): void {
    running.get(arn)?.pool.retire()
    running.delete(arn)
  }

  return {
    invoke(arn, invocation) {
      const caller = { waits: true }
      const outcome = reach(arn, invocation, () => caller.waits)
      return inTime(outcome, invocation.limitMs, () => void (caller.waits = false))
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([...pools].map((pool) => pool.close()))
    },
  }
}

interface Found {
  readonly named: FunctionArn
  readonly files: FunctionFiles
  readonly stamp: string
}

interface Running {
  readonly stamp: string
  readonly pool: ProcessPool
}

interface Tools {
  readonly user: number | undefined
  readonly bounds: FunctionBounds
  readonly python: () => Promise<string | undefined>
}

function openPool(
  arn: string,
  { named, files }: Pick<Found, 'named' | 'files'>,
  { endpoint, log, clock, random }: DirectoryParts,
  { user, bounds, python }: Tools,
): ProcessPool {
  const { memoryMB } = bounds
  const unconfined = user === undefined && (files.language === 'python' || files.language === 'custom')
  if (unconfined) log.warn('function reads what the server may read', { function: named.name })
  const prepared = async () => {
    const scratch = await mkdtemp(join(tmpdir(), 'cognate-function-'))
    const launch = await launchOf(files, { ...named, scratch, memoryMB, endpoint, user, python })
    if ('user' in launch && launch.user !== undefined) await chown(scratch, launch.user, launch.user)
    return { scratch, launch }
  }
  return processPool(async () => {
    const { scratch, launch } = await prepared()
    const forgetScratch = () => rm(scratch, { recursive: true, force: true })
    if ('kind' in launch) return forgetScratch().then(() => launch)
    const started = await startFunctionProcess(launch, { arn, name: named.name, limits: bounds, log, clock, random })
    if ('kind' in started) return forgetScratch().then(() => started)
    return { ...started, ended: started.ended.then(forgetScratch) }
  }, bounds)
}
