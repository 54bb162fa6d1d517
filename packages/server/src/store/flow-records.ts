import { sql } from 'kysely'
import type { FlowRecord } from '../domain/flow-record.ts'
import type { Database } from './database.ts'
import type { FlowRecords } from './flow-record-store.ts'
import { pageOf } from './page.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'

type Row = Schema['flow_records']

export function flowRecordsIn(database: Database): FlowRecords {
  const { compiler, rows } = database
  const add = prepared((row: Row) => compiler.insertInto('flow_records').values(row))
  return {
    ...deletingIn(database),
    add: (record) => ({ query: add(toRow(record)) }),
    async list(account, { limit, after }) {
      let query = compiler.selectFrom('flow_records').selectAll()
      if (account !== undefined) query = query.where('account', '=', account)
      if (after !== undefined) {
        const [at = '', id = ''] = after.split(' ')
        query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('at', 'record_id'), '<', tuple(Number(at), id)))
      }
      const newest = query
        .orderBy('at', 'desc')
        .orderBy('record_id', 'desc')
        .limit(limit + 1)
      const found = await rows(newest.compile())
      return pageOf(found, limit, { place: (row) => `${row.at} ${row.record_id}`, item: toRecord })
    },
  }
}

function deletingIn({ compiler, change }: Database): Pick<FlowRecords, 'forget' | 'trim'> {
  return {
    async forget(before, limit) {
      const query = compiler
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
      return (await change(query.compile())).touched
    },
    async trim(characters, limit) {
      // All is read from the index, and beside the event loop on both engines.
      const query = sql`delete from flow_records where (pool_id, record_id) in (
        select pool_id, record_id from (
          select pool_id, record_id, at, sum(size) over (order by at desc, record_id desc) as total from flow_records
        ) as sized where total > ${characters} order by at limit ${limit})`
      return (await change(query.compile(compiler))).touched
    },
  }
}

function toRow({ poolId, id, account, at, sealed }: FlowRecord): Row {
  return { pool_id: poolId, record_id: id, account, at, size: sealed.length, sealed }
}

function toRecord({ pool_id: poolId, record_id: id, account, at, sealed }: Row): FlowRecord {
  return { poolId, id, account, at, sealed }
}
