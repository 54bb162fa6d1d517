import { migrate } from '../store/migrations/migrate.ts'
import { openConnection } from '../store/sqlite/connection.ts'
import { inlineWriter } from '../store/sqlite/inline-writer.ts'
import { migratingKysely } from '../store/sqlite/migrating.ts'
import { sqliteDatabase } from '../store/sqlite/sqlite-database.ts'
import { storeIn } from '../store/store-in.ts'

const ofAUser = (table: string) =>
  `select '${table} of nobody' as fault from ${table} t where not exists
     (select 1 from users u where u.pool_id = t.pool_id and u.sub = t.sub)`
const ofAPool = (table: string) =>
  `select '${table} of no pool' as fault from ${table} t where not exists
     (select 1 from pools p where p.pool_id = t.pool_id)`
const keyFor = (use: string) =>
  `select 'a pool without an ${use} key' as fault from pools p where not exists
     (select 1 from signing_keys k where k.pool_id = p.pool_id and k.key_use = '${use}' and k.retired_at is null)`

/** What must hold between rows whenever nothing is being written. */
const laws = [
  ...['user_names', 'user_search', 'group_members', 'sessions', 'codes'].map(ofAUser),
  ...['users', 'groups', 'clients', 'signing_keys', 'spent_steps', 'guards'].map(ofAPool),
  ...['id', 'access'].map(keyFor),
  `select 'a user without a name' as fault from users u where not exists
     (select 1 from user_names n where n.pool_id = u.pool_id and n.sub = u.sub)`,
  `select 'a membership of no group' as fault from group_members m where not exists
     (select 1 from "groups" g where g.pool_id = m.pool_id and g.group_id = m.group_id)`,
  `select 'a newer secret is missing' as fault from clients where older_secret is not null and newer_secret is null`,
]

/** A real store in memory, and a look behind it: which laws its rows break. */
export async function openInspectedStore() {
  const connection = openConnection(':memory:')
  await migrate(migratingKysely(connection))
  const faults = (): readonly unknown[] =>
    laws.flatMap((law) =>
      connection
        .prepare(`${law} limit 1`)
        .all()
        .map((row) => row['fault']),
    )
  return { store: storeIn(sqliteDatabase(connection, inlineWriter(connection))), faults }
}
