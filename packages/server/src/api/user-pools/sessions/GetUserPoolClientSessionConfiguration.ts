import { defaultSsoSession } from '../../../domain/session-tracking.ts'
import { operation } from '../../operation.ts'
import { operatorClient } from '../../operator-pool.ts'

export const GetUserPoolClientSessionConfiguration = operation(
  'GetUserPoolClientSessionConfiguration',
  'operator',
  async (input, context) => {
    const { pool, client } = await operatorClient(input.UserPoolId, input.ClientId, context)
    return { UserPoolId: pool.id, ClientId: client.id, SSOSession: client.settings.SSOSession ?? defaultSsoSession }
  },
)
