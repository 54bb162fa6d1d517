import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aSession, aUser } from '../../testing/store-fixtures.ts'
import { postgresCompiler } from '../compiler.ts'
import type { Database } from '../database.ts'
import { storeIn } from '../store-in.ts'
import { combined } from './combined.ts'

const never = () => new Error('never')
const unused = () => Promise.reject(never())
const database: Database = {
  compiler: postgresCompiler,
  rowHold: sql`for share`,
  rows: unused,
  decide: unused,
  change: unused,
  [Symbol.asyncDispose]: () => Promise.resolve(),
}
const { users, sessions, guards } = storeIn(database)
const user = aUser('pool')
const guard = { poolId: 'pool', who: user.sub, kind: 'Password', now: 1 }
const opening = [
  guards.clearPassword(guard, never),
  sessions.open(aSession(user), never),
  users.unchanged(user),
] as const

test('a sign-in is one statement, which holds the user while it is decided', () => {
  const { sql: text = '', parameters = [] } = combined(opening) ?? {}
  expect(text).toMatch(/^with part0 as .* part2 as \(select .* for share\) select /)
  expect(parameters).toHaveLength(opening.flatMap(({ query }) => query.parameters).length)
})

test('what changes or deletes rows is left to a transaction', () => {
  expect(combined([...opening, ...users.save(user, user)])).toBeUndefined()
  expect(combined([sessions.revokeAll('pool', user.sub, 1)])).toBeUndefined()
})
