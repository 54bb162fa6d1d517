import { isDeepStrictEqual } from 'node:util'
import type { Pool } from '../../domain/pool.ts'
import type { Outcome } from '../../functions/functions.ts'
import { masked } from '../../recorder/masked.ts'
import { readTimeline } from '../../recorder/read-timelines.ts'
import type { RecordedFunction, Timeline } from '../../recorder/timeline.ts'
import type { World } from '../world.ts'

export interface Replay {
  readonly id: string
  readonly account: string | undefined
  /** The function whose events alone are played again, by its name or ARN. */
  readonly functionName: string | undefined
}

/** What a function did with an event then, and what it does today. */
export interface Replayed {
  readonly trigger: string
  readonly source: string
  readonly arn: string
  readonly event: unknown
  readonly recorded: Said
  readonly today: Said & { readonly milliseconds: number }
  readonly same: boolean
}

interface Said {
  readonly outcome: string
  readonly failure?: string | undefined
  readonly answer?: unknown
}

export type ReplayOutcome =
  | { readonly kind: 'replayed'; readonly runs: readonly Replayed[] }
  | { readonly kind: 'no-flow' | 'no-function' | 'no-events' }

type Playing = Pick<World, 'store' | 'sealer' | 'log' | 'functions'>

/**
 * Tells today's functions of a flow's events once more. Nothing of ours is changed by what they answer; they see `[masked]`
 * where a secret stood.
 */
export async function replay({ id, account, functionName }: Replay, world: Playing): Promise<ReplayOutcome> {
  const timeline = await readTimeline(id, account, world)
  const pool = timeline && (await world.store.pools.find(timeline.userPoolId))
  if (!timeline || !pool) return { kind: 'no-flow' }
  const fired = firedIn(timeline).filter(({ arn }) => functionName === undefined || isOf(arn, functionName))
  if (fired.length === 0) return { kind: 'no-function' }
  const playable = fired.filter(({ event }) => isEvent(event))
  if (playable.length === 0) return { kind: 'no-events' }
  const runs: Replayed[] = []
  for (const step of playable) runs.push(await run(step, pool, world))
  return { kind: 'replayed', runs }
}

const limitMs = 5000

async function run(step: RecordedFunction, pool: Pool, { functions }: Playing): Promise<Replayed> {
  const { trigger, source, arn, event, outcome, failure, answer } = step
  const began = performance.now()
  const invocation = { payload: JSON.stringify(event), limitMs, source: pool }
  const today = said(await functions.invoke(arn, invocation))
  const milliseconds = Math.round((performance.now() - began) * 10) / 10
  const same = today.outcome === outcome && isDeepStrictEqual(today.answer, answer)
  return {
    trigger,
    source,
    arn,
    event,
    recorded: { outcome, failure, answer },
    today: { ...today, milliseconds },
    same,
  }
}

function said(outcome: Outcome): Said {
  if (outcome.kind === 'answered') return { outcome: 'answered', answer: masked(outcome.payload, []) }
  if (outcome.kind !== 'threw') return { outcome: outcome.kind }
  return { outcome: 'threw', failure: `${outcome.errorType}: ${outcome.errorMessage}` }
}

function firedIn({ calls }: Timeline): readonly RecordedFunction[] {
  return calls.flatMap(({ steps }) => steps.flatMap((step) => (step.kind === 'fired' ? [step] : [])))
}

/** What was too long to be kept is told by its length. */
const isEvent = (event: unknown) => typeof event === 'object' && event !== null

const isOf = (arn: string, name: string) => arn === name || arn.split(':')[6] === name
