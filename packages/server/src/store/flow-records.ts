import type { FlowRecord } from '../domain/flow-record.ts'
import type { Database } from './database.ts'
import type { FlowRecords } from './flow-record-store.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'

type Row = Schema['flow_records']

/** As many rows go into one query where there are enough: the engine then plans and runs one, not many. */
const rowsAtOnce = 8

export function flowRecordsIn(database: Database): FlowRecords {
  const { compiler } = database
  const one = prepared((row: Row) => compiler.insertInto('flow_records').values(row))
  const several = prepared((flat: Readonly<Record<string, unknown>>) =>
    compiler.insertInto('flow_records').values(Array.from({ length: rowsAtOnce }, (_, place) => rowIn(flat, place))),
  )
  return {
    ...readingIn(database),
    ...deletingIn(database),
    add(records) {
      const rows = records.map(toRow)
      const together = Math.floor(rows.length / rowsAtOnce)
      const chunks = Array.from({ length: together }, (_, at) => rows.slice(at * rowsAtOnce, (at + 1) * rowsAtOnce))
      return [
        ...chunks.map((chunk) => ({ query: several(flattened(chunk)) })),
        ...rows.slice(together * rowsAtOnce).map((row) => ({ query: one(row) })),
      ]
    },
  }
}

function readingIn({ compiler, rows }: Database): Pick<FlowRecords, 'find' | 'pools' | 'of'> {
  return {
    async find({ account, clientId, who, since, limit }) {
      let query = compiler.selectFrom('flow_records').select('flow_id')
      if (account !== undefined) query = query.where('account', '=', account)
      if (clientId !== undefined) query = query.where('client_id', '=', clientId)
      if (who !== undefined) query = query.where('who', 'in', who)
      if (since !== undefined) query = query.where('at', '>=', since)
      const newest = query.orderBy('at', 'desc').orderBy('record_id', 'desc').limit(limit)
      return (await rows(newest.compile())).map((row) => row.flow_id)
    },
    async pools(limit) {
      const query = compiler.selectFrom('flow_records').select('pool_id').distinct().orderBy('pool_id').limit(limit)
      return (await rows(query.compile())).map((row) => row.pool_id)
    },
    async of(flowIds, account, limit) {
      if (flowIds.length === 0) return []
      const all = compiler.selectFrom('flow_records').selectAll().where('flow_id', 'in', flowIds)
      const theirs = account === undefined ? all : all.where('account', '=', account)
      const newest = theirs.orderBy('at', 'desc').orderBy('record_id', 'desc').limit(limit)
      return (await rows(newest.compile())).map(toRecord)
    },
  }
}

function deletingIn({ compiler, change, rows }: Database): Pick<FlowRecords, 'forget' | 'trim'> {
  const forget: FlowRecords['forget'] = async (before, limit) => {
    const old = compiler
      .deleteFrom('flow_records')
      .where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple('pool_id', 'record_id'),
          'in',
          selectFrom('flow_records')
            .select(['pool_id', 'record_id'])
            .where('at', '<', before)
            .orderBy('at')
            .limit(limit)
            .$asTuple('pool_id', 'record_id'),
        ),
      )
    return (await change(old.compile())).touched
  }
  return {
    forget,
    async trim(keep, limit) {
      const query = compiler.selectFrom('flow_records').select('at').orderBy('at', 'desc').limit(1).offset(keep)
      const [first] = await rows(query.compile())
      // Of one instant all go: that is a few less than may stay.
      return first ? forget(first.at + 1, limit) : 0
    },
  }
}

function flattened(rows: readonly Row[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    rows.flatMap((row, place) => Object.entries(row).map(([column, value]) => [`${place} ${column}`, value] as const)),
  )
}

function rowIn(flat: Readonly<Record<string, unknown>>, place: number): Row {
  const prefix = `${place} `
  const own = Object.entries(flat).filter(([key]) => key.startsWith(prefix))
  return Object.fromEntries(own.map(([key, value]) => [key.slice(prefix.length), value])) as unknown as Row
}

function toRow(record: FlowRecord): Row {
  return {
    pool_id: record.poolId,
    record_id: record.id,
    flow_id: record.flowId,
    account: record.account,
    client_id: record.clientId ?? null,
    who: record.who ?? null,
    at: record.at,
    sealed: record.sealed,
  }
}

function toRecord(row: Row): FlowRecord {
  return {
    poolId: row.pool_id,
    id: row.record_id,
    flowId: row.flow_id,
    account: row.account,
    clientId: row.client_id ?? undefined,
    who: row.who ?? undefined,
    at: row.at,
    sealed: row.sealed,
  }
}
