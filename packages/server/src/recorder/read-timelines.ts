import type { Log } from '../ambient/log.ts'
import { type Sealer, Unsealable } from '../crypto/sealing.ts'
import type { FlowRecord } from '../domain/flow-record.ts'
import type { WantedFlows } from '../store/flow-record-store.ts'
import type { Store } from '../store/store.ts'
import { unsealCalls } from './sealed-calls.ts'
import type { RecordedCall, Timeline } from './timeline.ts'

interface Reading {
  readonly store: Pick<Store, 'flowRecords'>
  readonly sealer: Pick<Sealer, 'unseal'>
  readonly log: Log
}

/** Records that are read for one answer; those of a flow that has more are the newest. */
const mostRecords = 500
/** A flow may have many records in what is looked through for flows. */
const recordsAFlow = 10

/** Flows of which something was recorded as it is wanted, whole, the newest first. */
export async function readTimelines(wanted: WantedFlows, world: Reading): Promise<readonly Timeline[]> {
  const found = await world.store.flowRecords.find({ ...wanted, limit: wanted.limit * recordsAFlow })
  const ids = [...new Set(found)].slice(0, wanted.limit)
  const records = await world.store.flowRecords.of(ids, wanted.account, mostRecords)
  const flows = Map.groupBy(records, ({ flowId }) => flowId)
  return ids.flatMap((id) => timelineOf(id, flows.get(id) ?? [], world))
}

export async function readTimeline(
  id: string,
  account: string | undefined,
  world: Reading,
): Promise<Timeline | undefined> {
  const records = await world.store.flowRecords.of([id], account, mostRecords)
  return timelineOf(id, records, world)[0]
}

function timelineOf(id: string, records: readonly FlowRecord[], world: Reading): readonly Timeline[] {
  const calls = records
    .toReversed()
    .flatMap((record) => callsIn(record, world))
    .toSorted((one, other) => one.at - other.at)
  const [first, newest] = [calls[0], records[0]]
  if (!first || !newest) return []
  return [{ id, kind: first.kind, userPoolId: newest.poolId, clientId: newest.clientId, calls }]
}

/** What was altered, or sealed with a key that is gone, tells nothing any more. */
function callsIn({ sealed, poolId, id }: FlowRecord, { sealer, log }: Reading): readonly RecordedCall[] {
  try {
    return unsealCalls(sealed, { poolId, id }, sealer)
  } catch (error) {
    if (!(error instanceof Unsealable)) throw error
    log.warn('flow record unreadable', { pool: poolId, record: id })
    return []
  }
}
