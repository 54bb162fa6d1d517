import type { Clock } from '../ambient/clock.ts'
import type { Log } from '../ambient/log.ts'
import type { Random } from '../ambient/random.ts'
import { findPython } from './find-python.ts'
import { readFunctionArn } from './function-arn.ts'
import type { FunctionArn } from './function-arn.ts'
import { findFunctionFiles } from './function-files.ts'
import type { FunctionFiles } from './function-files.ts'
import type { Limits } from './function-process.ts'
import type { Functions, Invocation, Outcome } from './functions.ts'
import { inTime } from './in-time.ts'
import { type PoolBounds, type ProcessPool, processPool } from './process-pool.ts'
import { processStarter } from './process-starter.ts'
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
    return poolFor(arn, { named, files, stamp }).invoke(invocation.payload, isWaiting)
  }

  function poolFor(arn: string, { named, files, stamp }: Found): ProcessPool {
    const present = running.get(arn)
    if (present?.stamp === stamp) return present.pool
    forget(arn)
    const pool = processPool(processStarter(arn, { named, files }, parts, tools), bounds)
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
