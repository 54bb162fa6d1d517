import type { AppClient, Place, Pool } from '../domain/pool.ts'
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

/** A pool to try things in: people sign in with their e-mail address, and get their code by mail. */
export async function makeDemo(account: string, world: World): Promise<void> {
  const place: Place = { account, region }
  try {
    const pool = await createPool(demoPool, place, world)
    await createClient({ ...demoClient, UserPoolId: pool.id }, pool, world)
  } catch (error) {
    // Another process of the same first start was quicker.
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
