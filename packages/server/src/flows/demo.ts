import type { AppClient, Pool } from '../domain/pool.ts'
import { Refusal } from '../domain/refusal.ts'
import { createClient } from './clients/create-client.ts'
import { createPool } from './pools/create-pool.ts'
import type { World } from './world.ts'

export interface Demo {
  readonly pool: Pool
  readonly client: AppClient
}

const region = 'us-east-1'
/** Always the same, so that what the documentation shows can be copied as it stands. */
const poolId = `${region}_cognate01`
const clientId = 'cognatedemoclient000000001'

/** As long as a pool that was deleted is remembered: then its absence tells a crash from a wish. */
const firstStartMs = 300_000

/** On the first start, and again when that ended before the demo was whole. */
export async function isDemoDue(
  firstStart: boolean,
  { store, clock }: Pick<World, 'store' | 'clock'>,
): Promise<boolean> {
  if (firstStart) return true
  const began = Math.min(...(await store.dataKeys.list()).map(({ createdAt }) => createdAt))
  if (clock.now() >= began + firstStartMs || (await findDemo({ store }))) return false
  return !(await store.pools.removed()).includes(poolId)
}

/** A pool to try things in: people sign in with their e-mail address, and get their code by mail. */
export async function makeDemo(account: string, world: World): Promise<void> {
  await unlessThere(() => createPool(demoPool, { account, region }, world))
  const pool = await world.store.pools.find(poolId)
  if (pool) await unlessThere(() => createClient({ ...demoClient, UserPoolId: pool.id }, pool, world))
}

/** Another process of the same first start was quicker, or an earlier one came so far. */
async function unlessThere(make: () => Promise<unknown>): Promise<void> {
  try {
    await make()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

/** The demo pool and its client, as long as nobody has deleted them. */
export async function findDemo({ store }: Pick<World, 'store'>): Promise<Demo | undefined> {
  return store.clients.findWithPool(clientId)
}

const demoPool = {
  PoolName: 'Demo',
  UsernameAttributes: ['email'],
  AutoVerifiedAttributes: ['email'],
  UsernameConfiguration: { CaseSensitive: false },
  UserPoolTags: { 'cognate:id': poolId },
} as const

const demoClient = {
  ClientName: `_custom_id_:${clientId}`,
  ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
} as const
