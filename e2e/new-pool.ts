import { CreateUserPoolClientCommand, CreateUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider'
import type { CreateUserPoolClientRequest, CreateUserPoolRequest } from '@aws-sdk/client-cognito-identity-provider'
import { sdkClient } from './sdk-client.ts'

export interface NewPool {
  readonly poolId: string
  readonly clientId: string
}

interface Settings {
  readonly pool?: Partial<CreateUserPoolRequest>
  readonly client?: Partial<CreateUserPoolClientRequest>
}

/** A pool that people enter with their e-mail address and a client without a secret, made with AWS's own client. */
export async function newPool(endpoint: string, { pool, client }: Settings = {}): Promise<NewPool> {
  const cognito = sdkClient(endpoint)
  const { UserPool } = await cognito.send(
    new CreateUserPoolCommand({
      PoolName: 'people',
      UsernameAttributes: ['email'],
      AutoVerifiedAttributes: ['email'],
      ...pool,
    }),
  )
  const { UserPoolClient } = await cognito.send(
    new CreateUserPoolClientCommand({
      UserPoolId: UserPool?.Id,
      ClientName: 'web',
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      ...client,
    }),
  )
  if (!UserPool?.Id || !UserPoolClient?.ClientId) throw new Error('the server answered without ids')
  return { poolId: UserPool.Id, clientId: UserPoolClient.ClientId }
}
