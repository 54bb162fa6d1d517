import { sql } from 'kysely'
import type { Database } from './database.ts'
import { prepared } from './prepared.ts'
import type { Quotas } from './quota-store.ts'
import type { Schema } from './schema.ts'

/** What to write where nothing is counted yet, and what to judge the row by that is there. */
type Count = Schema['daily_emails'] & { readonly now: number; readonly latest: number; readonly limit: number }

const dayMs = 86_400_000
/** How far apart the clocks of nodes may be. */
const apartMs = 5000

/** One upsert whose condition the database judges under the row's lock, so that nodes share what there is of a day. */
export function dailyEmailsIn({ compiler }: Database): Pick<Quotas, 'countEmail'> {
  const count = prepared(({ now, latest, limit, ...row }: Count) =>
    compiler
      .insertInto('daily_emails')
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(['account', 'region'])
          .doUpdateSet(() => ({
            sent: sql<number>`case when ${isOver({ now, latest })} then 1 else daily_emails.sent + 1 end`,
            ends_at: sql<number>`case when ${isOver({ now, latest })} then excluded.ends_at
              else daily_emails.ends_at end`,
          }))
          .where(({ or, eb }) => or([isOver({ now, latest }), eb('daily_emails.sent', '<', limit)])),
      ),
  )
  return {
    countEmail: ({ account, region }, { now, endsAt, limit }, refused) => ({
      query: count({ account, region, ends_at: endsAt, sent: 1, now, latest: now + dayMs + apartMs, limit }),
      otherwise: refused,
    }),
  }
}

/** A day that ends later than any can was counted by a clock that was wrong: it must keep nobody out until then. */
function isOver({ now, latest }: Pick<Count, 'now' | 'latest'>) {
  return sql<boolean>`(daily_emails.ends_at <= cast(${now} as bigint)
    or daily_emails.ends_at > cast(${latest} as bigint))`
}
