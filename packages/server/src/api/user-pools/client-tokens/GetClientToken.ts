import { publicClient } from '../../../flows/public-client.ts'
import { issueClientToken } from '../../../flows/tokens/issue-client-token.ts'
import { operation } from '../../operation.ts'

export const GetClientToken = operation('GetClientToken', 'anyone', async (input, world) => {
  const found = await publicClient(input.ClientId, world)
  const asked = { secret: input.Secret, scopes: input.Scopes ?? [], clientMetadata: input.ClientMetadata }
  return { ClientAuthenticationResult: await issueClientToken(found, asked, world) }
})
