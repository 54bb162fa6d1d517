import { sql, type CompiledQuery } from 'kysely'
import type { Database } from './database.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'
import type { Pools } from './pool-store.ts'

/** Every table whose rows belong to a pool, with its key. What lets people in goes first. */
const tablesOfPool = {
  import_jobs: ['pool_id', 'job_id'],
  import_chunks: ['pool_id', 'job_id', 'upload_id', 'place'],
  sessions: ['pool_id', 'sub', 'session_id'],
  devices: ['pool_id', 'sub', 'device_key'],
  user_names: ['pool_id', 'kind', 'name'],
  users: ['pool_id', 'sub'],
  passkeys: ['pool_id', 'sub', 'passkey_id'],
  user_search: ['pool_id', 'attribute', 'value', 'sub'],
  group_members: ['pool_id', 'sub', 'group_id'],
  groups: ['pool_id', 'group_name'],
  removed_groups: ['pool_id', 'group_id'],
  spent_steps: ['pool_id', 'attempt_id', 'step'],
  codes: ['pool_id', 'sub', 'purpose'],
  guards: ['pool_id', 'who', 'kind'],
  auth_events: ['pool_id', 'who', 'event_id'],
  flow_records: ['pool_id', 'record_id'],
  signing_keys: ['pool_id', 'key_id'],
  clients: ['pool_id', 'client_id'],
  pool_resources: ['pool_id', 'kind', 'name'],
  domains: ['domain'],
} as const satisfies Partial<Record<keyof Schema, readonly string[]>>

type TableOfPool = keyof typeof tablesOfPool
const tables = Object.keys(tablesOfPool) as readonly TableOfPool[]

/** Longer than any decision takes that had seen the pool before it was removed. */
const stragglersMs = 300_000

/**
 * Removing a pool is one short decision: without its row nothing of it is found any more, and the mark says that it is
 * to be emptied. That is done in small pieces, which hold up nobody and can end and go on anywhere.
 */
export function removedPoolsIn(database: Database): Pick<Pools, 'remove' | 'removed' | 'empty'> {
  const { compiler, rows, change } = database
  const mark = prepared((row: Schema['removed_pools']) =>
    compiler
      .insertInto('removed_pools')
      .values(row)
      .onConflict((again) => again.column('pool_id').doUpdateSet({ removed_at: row.removed_at, emptied: row.emptied })),
  )
  return {
    remove: (id, now) => [
      { query: mark({ pool_id: id, removed_at: now, emptied: 0 }) },
      { query: compiler.deleteFrom('pools').where('pool_id', '=', id).compile() },
    ],
    async removed() {
      const query = compiler.selectFrom('removed_pools').select('pool_id').orderBy('pool_id')
      return (await rows(query.compile())).map((row) => row.pool_id)
    },
    async empty(id, now, limit) {
      let deleted = 0
      for (const table of tables) deleted += (await change(pieceOf(table, { id, limit }, database))).touched
      if (deleted === 0) await settleMark(id, now, database)
      return deleted
    },
  }
}

/** A pool that was made anew under the same id keeps what is in it. */
function pieceOf(
  table: TableOfPool,
  { id, limit }: { readonly id: string; readonly limit: number },
  { compiler }: Database,
): CompiledQuery {
  const key = sql.join(tablesOfPool[table].map((column) => sql.ref(column)))
  return sql`delete from ${sql.table(table)} where (${key}) in
    (select ${key} from ${sql.table(table)} where pool_id = ${id} limit ${limit})
    and not exists (select 1 from pools where pool_id = ${id})`.compile(compiler)
}

/** The mark stays a while: somebody who still saw the pool may have put something into it meanwhile. */
async function settleMark(id: string, now: number, { compiler, change }: Database): Promise<void> {
  const old = compiler
    .deleteFrom('removed_pools')
    .where('pool_id', '=', id)
    .where('removed_at', '<', now - stragglersMs)
  const { touched } = await change(old.compile())
  if (touched > 0) return
  await change(compiler.updateTable('removed_pools').set({ emptied: 1 }).where('pool_id', '=', id).compile())
}
