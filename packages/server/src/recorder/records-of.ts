import type { FlowRecord } from '../domain/flow-record.ts'
import type { Random } from '../ambient/random.ts'
import type { Sealer } from '../crypto/sealing.ts'
import type { ClosedCall } from './open-journal.ts'
import { personDigest } from './person-digest.ts'
import { calledAs, type EventBodies, recordedCall } from './recorded-call.ts'
import { sealCalls } from './sealed-calls.ts'

/** Calls as records; those of one flow that ended together are one, which costs half for a sign-in of two calls. */
export function recordsOf(
  batch: readonly ClosedCall[],
  bodies: EventBodies,
  world: { readonly sealer: Sealer; readonly random: Random },
): readonly FlowRecord[] {
  const flows = Map.groupBy(batch, (closed) => `${closed.pool.id} ${flowIdOf(closed, world.sealer)}`)
  return [...flows].flatMap(([key, calls]) => {
    const last = calls.at(-1)
    return last ? [recordOf(key.slice(last.pool.id.length + 1), calls, last, { bodies, ...world })] : []
  })
}

function recordOf(
  flowId: string,
  calls: readonly ClosedCall[],
  last: ClosedCall,
  { bodies, sealer, random }: { readonly bodies: EventBodies; readonly sealer: Sealer; readonly random: Random },
): FlowRecord {
  const { pool, clientId, at } = last
  const place = { poolId: pool.id, id: random.uuid() }
  const whom = personOf(last)
  const sealed = sealCalls(
    calls.map((call) => recordedCall(call, bodies)),
    place,
    sealer,
  )
  const who = whom === undefined ? undefined : personDigest(whom, sealer)
  return { ...place, flowId, account: pool.account, clientId, who, at, sealed }
}

/** The attempt of a sign-in; else what a person does of one kind is one flow, and a call about nobody one by itself. */
function flowIdOf({ call, kind, pool, whom }: ClosedCall, sealer: Sealer): string {
  if (whom.flowId !== undefined) return whom.flowId
  if (kind === 'sign-in' || whom.sub === undefined) return call.requestId
  return `${kind}-${sealer.digest(whom.sub, `flow of ${pool.id} ${kind}`).slice(0, 22)}`
}

function personOf({ input, whom }: ClosedCall): string | undefined {
  return whom.sub ?? whom.calledAs ?? calledAs(input)
}
