import { sql, type Expression } from 'kysely'
import type { Place } from '../domain/pool.ts'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'

/** How many there may be, and what is said to one more. */
export interface Most {
  readonly limit: number
  readonly tooMany: () => Error
}

/** A query of one number. */
type Count = Expression<Readonly<Record<string, number>>>

/**
 * Stands behind what a decision adds to a pool that it holds (see `Pools.hold`), so that the addition is counted. It
 * writes the pool's row as it is: PostgreSQL then counts with the eyes of this statement, after the hold was got.
 */
export function atMostInPool(
  { compiler }: Pick<Database, 'compiler'>,
  poolId: string,
  count: Count,
  { limit, tooMany }: Most,
): Statement {
  const pool = compiler
    .updateTable('pools')
    .set(({ ref }) => ({ version: ref('version') }))
    .where('pool_id', '=', poolId)
    .where(({ eb }) => eb(sql<number>`${count}`, '<=', limit))
  return { query: pool.compile(), otherwise: tooMany }
}

/** The same for what a decision adds to an account in a Region (see `Pools.holdAccount`). */
export function atMostInAccount(
  { compiler }: Pick<Database, 'compiler'>,
  { account, region }: Place,
  count: Count,
  { limit, tooMany }: Most,
): Statement {
  const row = compiler
    .updateTable('accounts')
    .set({ region })
    .where('account', '=', account)
    .where('region', '=', region)
    .where(({ eb }) => eb(sql<number>`${count}`, '<=', limit))
  return { query: row.compile(), otherwise: tooMany }
}
