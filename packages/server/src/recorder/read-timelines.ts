import { setImmediate } from 'node:timers/promises'
import type { Log } from '../ambient/log.ts'
import { type Sealer, Unsealable } from '../crypto/sealing.ts'
import type { FlowRecord } from '../domain/flow-record.ts'
import type { Store } from '../store/store.ts'
import { unsealPack } from './sealed-calls.ts'
import type { RecordedCall, Timeline } from './timeline.ts'

export interface WantedFlows {
  /** Those of every account where it is left out. */
  readonly account: string | undefined
  /** Flows with a call that is like this. */
  readonly like: (call: RecordedCall) => boolean
  readonly since: number
  readonly limit: number
}

interface Reading {
  readonly store: Pick<Store, 'flowRecords'>
  readonly sealer: Pick<Sealer, 'unseal'>
  readonly log: Log
}

/** So few that reading them holds up the event loop for milliseconds. */
const recordsAtOnce = 4
/** How much longer than the flows that are wanted reach back what they began with is looked for. */
const beginningsMs = 3_600_000

/**
 * Flows of which something was recorded as it is wanted, the newest first. Records are read from the newest on and told
 * apart once they are unsealed: nothing in clear tells whom they are about.
 */
export async function readTimelines(wanted: WantedFlows, world: Reading): Promise<readonly Timeline[]> {
  const flows = new Map<string, Found>()
  const found = new Set<string>()
  let until = wanted.since - beginningsMs
  for await (const record of newestFirst(wanted.account, world)) {
    if (record.at < until) break
    for (const call of callsIn(record, world).toReversed()) {
      const flow = flows.get(call.flowId) ?? { poolId: record.poolId, calls: [] }
      flows.set(call.flowId, flow)
      flow.calls.push(call)
      if (call.at >= wanted.since && found.size < wanted.limit && wanted.like(call)) found.add(call.flowId)
    }
    if (found.size === wanted.limit) until = Math.max(until, record.at - beginningsMs)
    if (flows.size > mostInHand) forgetOthers(flows, found)
  }
  return [...found].flatMap((id) => timelineOf(id, flows.get(id)))
}

/** One flow, wherever it is. */
export async function readTimeline(
  id: string,
  account: string | undefined,
  world: Reading,
): Promise<Timeline | undefined> {
  const found: Found = { poolId: '', calls: [] }
  for await (const record of newestFirst(account, world)) {
    const calls = callsIn(record, world).filter(({ flowId }) => flowId === id)
    if (calls.length > 0) found.poolId = record.poolId
    found.calls.push(...calls.toReversed())
  }
  return timelineOf(id, found)[0]
}

interface Found {
  poolId: string
  /** The newest first. */
  readonly calls: RecordedCall[]
}

/** Flows whose older calls may yet turn out to be wanted; beyond it, those that were not found by now are left. */
const mostInHand = 20_000
/** Of a session that is refreshed for months, the newest. */
const mostCalls = 200

function forgetOthers(flows: Map<string, Found>, found: ReadonlySet<string>): void {
  for (const id of flows.keys()) if (!found.has(id)) flows.delete(id)
}

function timelineOf(id: string, found: Found | undefined): readonly Timeline[] {
  const calls = (found?.calls ?? []).slice(0, mostCalls).toReversed()
  const [first] = calls.toSorted((one, other) => one.at - other.at)
  if (!found || !first) return []
  const ordered = calls.toSorted((one, other) => one.at - other.at)
  return [{ id, kind: first.kind, userPoolId: found.poolId, clientId: first.clientId, calls: ordered }]
}

async function* newestFirst(account: string | undefined, { store }: Reading): AsyncGenerator<FlowRecord> {
  let after: string | undefined
  do {
    const page = await store.flowRecords.list(account, { limit: recordsAtOnce, ...(after !== undefined && { after }) })
    yield* page.items
    after = page.next
    await setImmediate()
  } while (after !== undefined)
}

/** What was altered, or sealed with a key that is gone, tells nothing any more. */
function callsIn({ sealed, poolId, id }: FlowRecord, { sealer, log }: Reading): readonly RecordedCall[] {
  try {
    return unsealPack(sealed, { poolId, id }, sealer)
  } catch (error) {
    if (!(error instanceof Unsealable)) throw error
    log.warn('flow record unreadable', { pool: poolId, record: id })
    return []
  }
}
