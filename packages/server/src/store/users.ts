import { searchEntries } from '../domain/names.ts'
import type { User } from '../domain/user.ts'
import type { Database } from './database.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'
import { Conflict, type Statement } from './statement.ts'
import type { Users } from './user-store.ts'
import { unchangedUserIn } from './unchanged-user.ts'
import { userNamesIn } from './user-names.ts'
import { userReadsIn } from './user-reads.ts'
import { toUserRow, type UserRow } from './user-rows.ts'
import { userSearchIn } from './user-search.ts'

export function usersIn(database: Database): Users {
  const { add, ...names } = userNamesIn(database)
  const saving = savingIn(database)
  return {
    ...userReadsIn(database),
    ...names,
    add: (user, loginNames, taken) => [
      ...loginNames.map((name) => add(user, name, () => taken(name))),
      ...saving.add(user),
    ],
    save: saving.save,
    unchanged: unchangedUserIn(database),
    remove: saving.remove,
    search: userSearchIn(database),
  }
}

function savingIn(database: Database) {
  const { compiler } = database
  const entries = searchEntriesIn(database)
  const insert = prepared((row: UserRow) => compiler.insertInto('users').values(row))
  const update = prepared(
    ({ pool_id, sub, version, next, ...changes }: Omit<UserRow, 'created_at'> & { next: number }) =>
      compiler
        .updateTable('users')
        .set({ ...changes, version: next })
        .where('pool_id', '=', pool_id)
        .where('sub', '=', sub)
        .where('version', '=', version),
  )
  return {
    add: (user: User): readonly Statement[] => [
      { query: insert(toUserRow(user)) },
      ...entriesOf(user).map((entry) => ({ query: entries.add(entry) })),
    ],
    save(user: User, before: User): readonly Statement[] {
      const { created_at: _, ...row } = toUserRow(user)
      return [
        {
          query: update({ ...row, version: before.version, next: before.version + 1 }),
          otherwise: () => new Conflict(),
        },
        ...without(entriesOf(before), entriesOf(user)).map((entry) => ({ query: entries.remove(entry) })),
        ...without(entriesOf(user), entriesOf(before)).map((entry) => ({ query: entries.add(entry) })),
      ]
    },
    remove: (user: User): readonly Statement[] => [
      // In the order in which every other decision takes these rows, so that no two wait for each other.
      ...trackingOf(user, database),
      {
        query: compiler
          .deleteFrom('users')
          .where('pool_id', '=', user.poolId)
          .where('sub', '=', user.sub)
          .where('version', '=', user.version)
          .compile(),
        otherwise: () => new Conflict(),
      },
      ...entriesOf(user).map((entry) => ({ query: entries.remove(entry) })),
      ...belongingsOf(user, database),
    ],
  }
}

function trackingOf({ poolId, sub }: User, { compiler }: Database): readonly Statement[] {
  return [
    { query: compiler.deleteFrom('guards').where('pool_id', '=', poolId).where('who', '=', sub).compile() },
    { query: compiler.deleteFrom('codes').where('pool_id', '=', poolId).where('sub', '=', sub).compile() },
  ]
}

function belongingsOf({ poolId, sub }: User, { compiler }: Database): readonly Statement[] {
  const events = compiler.deleteFrom('auth_events').where('pool_id', '=', poolId).where('who', '=', sub)
  const others = (['user_names', 'group_members', 'devices', 'sessions', 'passkeys'] as const).map((table) => ({
    query: compiler.deleteFrom(table).where('pool_id', '=', poolId).where('sub', '=', sub).compile(),
  }))
  return [...others, { query: events.compile() }]
}

type Entry = Schema['user_search']

function searchEntriesIn({ compiler }: Database) {
  return {
    add: prepared((entry: Entry) => compiler.insertInto('user_search').values(entry)),
    remove: prepared((entry: Entry) =>
      compiler
        .deleteFrom('user_search')
        .where('pool_id', '=', entry.pool_id)
        .where('attribute', '=', entry.attribute)
        .where('value', '=', entry.value)
        .where('sub', '=', entry.sub),
    ),
  }
}

const entriesOf = ({ poolId, sub, attributes }: User): readonly Entry[] =>
  searchEntries(attributes).map(([attribute, value]) => ({ pool_id: poolId, attribute, value, sub }))

const without = (entries: readonly Entry[], others: readonly Entry[]): readonly Entry[] =>
  entries.filter((entry) => !others.some((other) => other.attribute === entry.attribute && other.value === entry.value))
