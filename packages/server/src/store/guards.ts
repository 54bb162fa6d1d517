import { sql, type Expression, type SqlBool } from 'kysely'
import type { Database } from './database.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'
import type { Guard, Guards } from './user-store.ts'

const quietMs = 900_000

/** Row to write when nothing is counted yet, and the present instant to judge the row that is there. */
type Count = Schema['guards'] & { readonly now: number }

/**
 * Every verb is one upsert whose condition the database judges under the row's lock, so that parallel guesses queue up.
 * It inserts what is missing, so that there is always a row to lock.
 */
export function guardsIn(database: Database): Guards {
  const { compiler, rows } = database
  const lock = prepared(({ poolId, who, now }: { poolId: string; who: string; now: number }) =>
    compiler
      .selectFrom('guards')
      .select('locked_until')
      .where('pool_id', '=', poolId)
      .where('who', '=', who)
      .where('kind', '=', 'Password')
      .where('locked_until', '>', now),
  )
  return {
    ...countingIn(database),
    ...passwordsIn(database),
    async lockedUntil(poolId, who, now) {
      const [row] = await rows(lock({ poolId, who, now }))
      return row?.locked_until
    },
  }
}

function countingIn({ compiler }: Database): Pick<Guards, 'count'> {
  const count = prepared(({ now, limit, ...row }: Count & { readonly limit: number }) =>
    compiler
      .insertInto('guards')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['pool_id', 'who', 'kind'])
          .doUpdateSet(({ eb, ref }) => {
            const over = eb('guards.ends_at', '<=', now)
            return {
              tries: oneMoreOr(over),
              ends_at: eb.case().when(over).then(ref('excluded.ends_at')).else(ref('guards.ends_at')).end(),
            }
          })
          .where(({ or, eb }) => or([eb('guards.ends_at', '<=', now), eb('guards.tries', '<', limit)])),
      ),
  )
  return {
    count: ({ limit, windowMs, ...guard }, refused) => ({
      query: count({ ...rowOf(guard), tries: 1, ends_at: guard.now + windowMs, now: guard.now, limit }),
      otherwise: refused,
    }),
  }
}

function passwordsIn({ compiler }: Database): Pick<Guards, 'missPassword' | 'clearPassword'> {
  const miss = prepared(({ now, ...row }: Count) =>
    compiler
      .insertInto('guards')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['pool_id', 'who', 'kind'])
          .doUpdateSet(({ eb, ref }) => {
            const over = eb('guards.ends_at', '<=', now)
            return {
              tries: oneMoreOr(over),
              locked_until: eb.case().when(over).then(eb.lit(0)).else(lockAfter(now)).end(),
              ends_at: ref('excluded.ends_at'),
            }
          })
          .where('guards.locked_until', '<=', now),
      ),
  )
  const clear = prepared(({ now, ...row }: Count) =>
    compiler
      .insertInto('guards')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['pool_id', 'who', 'kind'])
          .doUpdateSet(({ eb, ref }) => ({
            tries: eb.lit(0),
            locked_until: eb.lit(0),
            ends_at: ref('excluded.ends_at'),
          }))
          .where('guards.locked_until', '<=', now),
      ),
  )
  return {
    missPassword: (guard, refused) => ({
      query: miss({ ...rowOf(guard), tries: 1, ends_at: guard.now + quietMs, now: guard.now }),
      otherwise: refused,
    }),
    clearPassword: (guard, refused) => ({
      query: clear({ ...rowOf(guard), tries: 0, ends_at: guard.now, now: guard.now }),
      otherwise: refused,
    }),
  }
}

/** Starts over once the window has ended. */
function oneMoreOr(over: Expression<SqlBool>) {
  return sql<number>`case when ${over} then 1 else guards.tries + 1 end`
}

/** The n-th wrong password in a row locks for 2^(n-5) seconds, from the fifth on, for 900 at the most. */
function lockAfter(now: number) {
  return sql<number>`case
    when guards.tries + 1 < 5 then 0
    when guards.tries + 1 >= 15 then cast(${now} as bigint) + 900000
    else cast(${now} as bigint) + 1000 * (1 << (guards.tries - 4)) end`
}

function rowOf({ poolId, who, kind }: Guard): Schema['guards'] {
  return { pool_id: poolId, who, kind, tries: 0, locked_until: 0, ends_at: 0 }
}
