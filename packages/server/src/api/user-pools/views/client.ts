import type { UserPoolClientDescription, UserPoolClientType } from '@cognate/wire/user-pools.ts'
import type { AppClient } from '../../../domain/pool.ts'

/** The client as Create-, Describe- and UpdateUserPoolClient give it; `secret` is its newest, in clear. */
export function clientView(client: AppClient, secret: string | undefined): UserPoolClientType {
  return {
    ...client.settings,
    UserPoolId: client.poolId,
    ClientId: client.id,
    ClientSecret: secret,
    CreationDate: new Date(client.createdAt),
    LastModifiedDate: new Date(client.modifiedAt),
  }
}

export function clientSummaryView({ id, poolId, settings }: AppClient): UserPoolClientDescription {
  return { ClientId: id, UserPoolId: poolId, ClientName: settings.ClientName }
}
