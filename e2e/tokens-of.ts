import {
  AdminConfirmSignUpCommand,
  InitiateAuthCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import type { NewPool } from './new-pool.ts'
import { sdkClient } from './sdk-client.ts'

export interface Tokens {
  readonly id: string
  readonly access: string
  readonly refresh: string
}

const Username = 'ada@example.com'
const Password = 'Correct-Horse-1'

/** The tokens of a new person in the pool. */
export async function tokensOf({ poolId, clientId }: NewPool, endpoint: string): Promise<Tokens> {
  const cognito = sdkClient(endpoint)
  await cognito.send(new SignUpCommand({ ClientId: clientId, Username, Password }))
  await cognito.send(new AdminConfirmSignUpCommand({ UserPoolId: poolId, Username }))
  const { AuthenticationResult } = await cognito.send(
    new InitiateAuthCommand({
      ClientId: clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: Username, PASSWORD: Password },
    }),
  )
  const { IdToken, AccessToken, RefreshToken } = AuthenticationResult ?? {}
  if (!IdToken || !AccessToken || !RefreshToken) throw new Error('the sign-in gave no tokens')
  return { id: IdToken, access: AccessToken, refresh: RefreshToken }
}
