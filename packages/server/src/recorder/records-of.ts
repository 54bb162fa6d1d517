import type { Random } from '../ambient/random.ts'
import type { Sealer } from '../crypto/sealing.ts'
import type { FlowRecord } from '../domain/flow-record.ts'
import type { ClosedCall } from './open-journal.ts'
import { type EventBodies, recordedCall } from './recorded-call.ts'
import { packed, sealPack } from './sealed-calls.ts'

/** Calls as records, each of one pool: sealing and writing many as one is what makes them cheap. */
export function recordsOf(
  batch: readonly ClosedCall[],
  { now, bodies }: { readonly now: number; readonly bodies: EventBodies },
  { sealer, random }: { readonly sealer: Sealer; readonly random: Random },
): readonly FlowRecord[] {
  const ofPools = [...Map.groupBy(batch, ({ pool }) => pool.id).values()]
  return ofPools.flatMap((calls) => {
    const packs = packed(calls.map((closed) => recordedCall(closed, bodies, sealer)))
    return packs.flatMap((pack) => {
      const pool = calls[0]?.pool
      if (!pool) return []
      const place = { poolId: pool.id, id: `${now.toString(36)}-${random.uuid()}` }
      return [{ ...place, account: pool.account, at: now, sealed: sealPack(pack, place, sealer) }]
    })
  })
}
