import type { NewPool } from '../new-pool.ts'
import type { Server } from '../server.ts'
import { jsonCall } from './json-call.ts'
import type { JsonCall } from './json-call.ts'

/** A running server, and the pool in it that everything happens in. */
export interface Scene extends NewPool {
  readonly server: Server
  readonly call: JsonCall
}

export function sceneOf(server: Server, { poolId, clientId }: NewPool): Scene {
  return { server, poolId, clientId, call: jsonCall(server.endpoint) }
}

/** A pool whose people confirm by e-mail. */
export async function poolFor({ endpoint }: Server): Promise<NewPool> {
  const call = jsonCall(endpoint)
  const { UserPool } = await call('CreateUserPool', { PoolName: 'faults', AutoVerifiedAttributes: ['email'] })
  const poolId = UserPool?.Id ?? ''
  const { UserPoolClient } = await call('CreateUserPoolClient', {
    UserPoolId: poolId,
    ClientName: 'faults',
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  })
  return { poolId, clientId: UserPoolClient?.ClientId ?? '' }
}
