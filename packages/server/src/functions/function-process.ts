import { once } from 'node:events'
import type { Clock } from '../ambient/clock.ts'
import type { Log } from '../ambient/log.ts'
import type { Random } from '../ambient/random.ts'
import { keepLog } from './function-log.ts'
import type { Failure, Outcome } from './functions.ts'
import type { Launch } from './launch.ts'
import { killGroup, limitedSpawn } from './limited-spawn.ts'
import type { LimitedProcess } from './limited-spawn.ts'
import { exited, timedOut } from './process-failures.ts'
import { openRuntimeApi } from './runtime-api.ts'
import { turnsOfProcess } from './turns.ts'

/** A process that has loaded a function; it handles one event at a time. */
export interface FunctionProcess {
  invoke(payload: string): Promise<Outcome>
  /** Whether it waits for the next event, as soon as it does; false when it never will. */
  free(): Promise<boolean>
  readonly ended: Promise<void>
  end(): void
}

export interface ProcessParts {
  readonly arn: string
  readonly name: string
  readonly limits: Limits
  readonly log: Log
  /** The one that the process sees too. */
  readonly clock: Clock
  readonly random: Random
}

export interface Limits {
  /** How long one event may take. */
  readonly eventMs: number
  /** How long it may take to load the function. */
  readonly startMs: number
}

/** Starts one; resolves when it asks for its first event, or with how it failed before. */
export async function startFunctionProcess(launch: Launch, parts: ProcessParts): Promise<FunctionProcess | Failure> {
  const { arn, name, limits, log, clock, random } = parts
  const turns = turnsOfProcess()
  const token = launch.token === 'sent' ? random.bytes(24).toString('base64url') : undefined
  const api = await openRuntimeApi(turns, token)
  const child = limitedSpawn(launch, {
    AWS_LAMBDA_RUNTIME_API: api.address,
    ...(token !== undefined && { AWS_LAMBDA_RUNTIME_TOKEN: token }),
  })
  const end = (why: Failure) => {
    turns.ends(why)
    killGroup(child)
  }
  const printed = keepLog([child.stdout, child.stderr], {
    name,
    log,
    onFlood: () => end(exited('it printed too much')),
  })
  const ended = exitOf(child).then((how) => {
    end(exited(how))
    api[Symbol.dispose]()
  })

  async function invoke(payload: string): Promise<Outcome> {
    const id = random.uuid()
    const timer = setTimeout(() => end(timedOut(id, limits.eventMs)), limits.eventMs)
    const answered = turns.begin(id)
    void turns.free().then(() => clearTimeout(timer))
    printed.about(payload)
    api.give({ id, arn, payload, deadline: clock.now() + limits.eventMs })
    const outcome = await answered
    if (outcome.kind === 'too-large') end(outcome)
    return outcome
  }

  const timer = setTimeout(() => end(exited('it did not load in time')), limits.startMs)
  const failure = await turns.loaded
  clearTimeout(timer)
  if (!failure) return { invoke, free: turns.free, ended, end: () => end(exited('signal: killed')) }
  killGroup(child)
  await ended
  return failure
}

async function exitOf(child: LimitedProcess): Promise<string> {
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
    return signal === null ? `exit status ${code}` : `signal: ${words[signal] ?? signal}`
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return `it could not be started (${code})`
  }
}

const words: Readonly<Partial<Record<NodeJS.Signals, string>>> = { SIGKILL: 'killed', SIGABRT: 'aborted' }
