import { atMostInAccount } from './at-most.ts'
import type { Database } from './database.ts'
import type { Pools } from './pool-store.ts'

/** What keeps a pool, or how much an account has, as it is until a decision is committed. */
export function heldPoolsIn(database: Database): Pick<Pools, 'hold' | 'holdAccount' | 'atMost'> {
  const { compiler } = database
  return {
    hold: (id, gone) => ({
      query: compiler
        .updateTable('pools')
        .set(({ ref }) => ({ version: ref('version') }))
        .where('pool_id', '=', id)
        .compile(),
      otherwise: gone,
    }),
    holdAccount: ({ account, region }) => ({
      query: compiler
        .insertInto('accounts')
        .values({ account, region })
        .onConflict((conflict) => conflict.columns(['account', 'region']).doUpdateSet({ region }))
        .compile(),
    }),
    atMost: ({ account, region }, most) => {
      const count = compiler
        .selectFrom('pools')
        .select(({ fn }) => fn.countAll<number>().as('pools'))
        .where('account', '=', account)
        .where('region', '=', region)
      return atMostInAccount(database, { account, region }, count, most)
    },
  }
}
