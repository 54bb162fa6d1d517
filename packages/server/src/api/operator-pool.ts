import type { AppClient, Pool } from '../domain/pool.ts'
import { clientNotFound, poolNotFound } from '../domain/refusals.ts'
import { isServedIn } from '../domain/secondary-region.ts'
import type { Context } from './operation.ts'

/**
 * The pool an operator names, if it is one of their account and their region, or has its replica there; nothing crosses
 * accounts.
 */
export async function operatorPool(
  poolId: string,
  { store, caller, clock, journal }: Context<'operator'>,
): Promise<Pool> {
  const pool = await store.pools.find(poolId)
  if (!pool || pool.account !== caller.account) throw poolNotFound(poolId)
  if (!isServedIn(caller.region, caller.operation, pool, clock.now())) throw poolNotFound(poolId)
  journal.at({ pool })
  return pool
}

export async function operatorClient(
  poolId: string,
  clientId: string,
  context: Context<'operator'>,
): Promise<{ readonly pool: Pool; readonly client: AppClient }> {
  const pool = await operatorPool(poolId, context)
  const client = await context.store.clients.find(poolId, clientId)
  if (!client) throw clientNotFound(clientId)
  context.journal.at({ pool, clientId: client.id })
  return { pool, client }
}
