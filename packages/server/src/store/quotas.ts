import { dailyEmailsIn } from './daily-emails.ts'
import type { Database } from './database.ts'
import { prepared } from './prepared.ts'
import type { Quotas } from './quota-store.ts'
import { rateLeasesIn } from './rate-leases.ts'
import type { Schema } from './schema.ts'

export function quotasIn(database: Database): Quotas {
  const { compiler, rows } = database
  const list = prepared(({ account, region }: { account: string; region: string }) =>
    compiler.selectFrom('quotas').select(['quota', 'most']).where('account', '=', account).where('region', '=', region),
  )
  const find = prepared(({ account, region, quota }: Omit<Schema['quotas'], 'most'>) =>
    compiler
      .selectFrom('quotas')
      .select('most')
      .where('account', '=', account)
      .where('region', '=', region)
      .where('quota', '=', quota),
  )
  return {
    ...rateLeasesIn(database),
    ...dailyEmailsIn(database),
    async list({ account, region }) {
      return new Map((await rows(list({ account, region }))).map(({ quota, most }) => [quota, most]))
    },
    async find({ account, region }, quota) {
      const [row] = await rows(find({ account, region, quota }))
      return row?.most
    },
    set: ({ account, region }, quota, most) => ({
      query: compiler
        .insertInto('quotas')
        .values({ account, region, quota, most })
        .onConflict((conflict) => conflict.columns(['account', 'region', 'quota']).doUpdateSet({ most }))
        .compile(),
    }),
  }
}
