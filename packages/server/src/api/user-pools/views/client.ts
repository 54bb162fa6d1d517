import type {
  ClientSecretDescriptorType,
  UserPoolClientDescription,
  UserPoolClientType,
} from '@cognate/wire/user-pools.ts'
import type { AppClient, ClientSecret } from '../../../domain/pool.ts'

/** The client as Create-, Describe- and UpdateUserPoolClient give it; `secret` is its newest, in clear. */
export function clientView(client: AppClient, secret: string | undefined): UserPoolClientType {
  const { SSOSession: _, ...settings } = client.settings
  return {
    ...settings,
    UserPoolId: client.poolId,
    ClientId: client.id,
    ClientSecret: secret,
    ClientType: 'REGULAR',
    CreationDate: new Date(client.createdAt),
    LastModifiedDate: new Date(client.modifiedAt),
  }
}

export function clientSummaryView({ id, poolId, settings }: AppClient): UserPoolClientDescription {
  return { ClientId: id, UserPoolId: poolId, ClientName: settings.ClientName }
}

/** A secret without its value, which is shown only when it was made. */
export function clientSecretView({ id, createdAt }: ClientSecret): ClientSecretDescriptorType {
  return { ClientSecretId: id, ClientSecretCreateDate: new Date(createdAt) }
}
