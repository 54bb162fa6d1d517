import { sql } from 'kysely'
import type { Database } from './database.ts'
import { prepared } from './prepared.ts'
import type { Quotas } from './quota-store.ts'

/** What a lease writes where nothing was leased in its second yet. */
interface Wanted {
  readonly account: string
  readonly region: string
  readonly bucket: string
  readonly second: number
  readonly granted: number
  readonly limit: number
}

/**
 * One upsert that the database judges under the row's lock, so that nodes which ask at once share what there is. The row
 * says what was granted last, which is what the one that wrote it is given.
 */
export function rateLeasesIn({ compiler, change }: Database): Pick<Quotas, 'lease'> {
  const lease = prepared(({ limit, ...row }: Wanted) =>
    compiler
      .insertInto('rate_leases')
      .values({ ...row, taken: row.granted })
      .onConflict((conflict) =>
        conflict.columns(['account', 'region', 'bucket']).doUpdateSet(({ ref }) => ({
          second: sql<number>`case when ${startsOver} then excluded.second else rate_leases.second end`,
          granted: sql<number>`case when ${startsOver} then excluded.granted else ${grant(limit)} end`,
          taken: sql<number>`case when ${startsOver} then excluded.granted
            else ${ref('rate_leases.taken')} + ${grant(limit)} end`,
        })),
      )
      .returning('granted'),
  )
  return {
    async lease({ place: { account, region }, bucket, second, limit, wanted }) {
      const granted = Math.min(wanted, limit)
      const { rows } = await change(lease({ account, region, bucket, second, granted, limit }))
      return (rows as readonly { readonly granted: number }[])[0]?.granted ?? 0
    },
  }
}

/** A row from further ahead was written by a clock that was wrong: what it took must not count until that second comes. */
const furthestAhead = 5

const startsOver = sql<boolean>`(excluded.second > rate_leases.second
  or excluded.second < rate_leases.second - ${sql.lit(furthestAhead)})`

/** What is wanted, as far as it is left; a limit may have been lowered below what was taken. */
function grant(limit: number) {
  const most = sql`cast(${limit} as bigint)`
  return sql<number>`case when rate_leases.taken + excluded.granted <= ${most} then excluded.granted
    when rate_leases.taken < ${most} then ${most} - rate_leases.taken else 0 end`
}
