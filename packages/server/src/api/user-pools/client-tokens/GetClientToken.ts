import { publicClient } from '../../../flows/public-client.ts'
import { issueClientToken } from '../../../flows/tokens/issue-client-token.ts'
import { operation } from '../../operation.ts'

/** The metadata is for functions alone, and those are not run yet. */
export const GetClientToken = operation('GetClientToken', 'anyone', async (input, world) => {
  const found = await publicClient(input.ClientId, world)
  const asked = { secret: input.Secret, scopes: input.Scopes ?? [] }
  return { ClientAuthenticationResult: await issueClientToken(found, asked, world) }
})
