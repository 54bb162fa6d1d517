import {
  AdminConfirmSignUpCommand,
  ConfirmSignUpCommand,
  ExpiredCodeException,
  GetUserCommand,
  InitiateAuthCommand,
  NotAuthorizedException,
  RespondToAuthChallengeCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { srpClient } from '../packages/server/src/testing/srp-client.ts'
import { newKey } from './new-key.ts'
import { newPool } from './new-pool.ts'
import { onBothStores } from './on-both-stores.ts'
import { sdkClient } from './sdk-client.ts'

const Password = 'Correct-Horse-1'
const hour = 3600
const day = 24 * hour

// The clock of a server only moves ahead, and these tests share one.
const scenes = onBothStores(async ({ endpoint }) => ({ pool: await newPool(endpoint), cognito: sdkClient(endpoint) }))

test.each(scenes)('an access token ends with its hour and a refresh token with its days, on $store', async (scene) => {
  const { cognito, server } = scene
  const { poolId, clientId: ClientId } = scene.pool
  const Username = 'ada@example.com'
  await cognito.send(new SignUpCommand({ ClientId, Username, Password }))
  await cognito.send(new AdminConfirmSignUpCommand({ UserPoolId: poolId, Username }))
  const auth = { USERNAME: Username, PASSWORD: Password }
  const signIn = new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: auth })
  const { AuthenticationResult: tokens } = await cognito.send(signIn)
  const getUser = new GetUserCommand({ AccessToken: tokens?.AccessToken })
  const refresh = new InitiateAuthCommand({
    ClientId,
    AuthFlow: 'REFRESH_TOKEN_AUTH',
    AuthParameters: { REFRESH_TOKEN: tokens?.RefreshToken ?? '' },
  })

  await server.advance(hour - 60)
  await cognito.send(getUser)
  await server.advance(61)
  await expect(cognito.send(getUser)).rejects.toThrow('Access Token has expired')
  await server.advance(29 * day)
  await cognito.send(refresh)
  await server.advance(day)
  await expect(cognito.send(refresh)).rejects.toBeInstanceOf(NotAuthorizedException)
})

test.each(scenes)('a confirmation code ends with its day, on $store', async ({ cognito, pool, server }) => {
  const Username = 'grace@example.com'
  await cognito.send(new SignUpCommand({ ClientId: pool.clientId, Username, Password }))
  const ConfirmationCode = await server.inbox.code(Username)
  await server.advance(day + 1)
  const confirm = new ConfirmSignUpCommand({ ClientId: pool.clientId, Username, ConfirmationCode })
  await expect(cognito.send(confirm)).rejects.toBeInstanceOf(ExpiredCodeException)
})

// The clock of a server is moved for its tokens and codes; its clients' own clocks stay where they are.
test.each(scenes)(
  'what clients sign and stamp is good although the server’s clock was moved, on $store',
  async (scene) => {
    const { server, home } = scene
    const { poolId, clientId: ClientId } = scene.pool
    const Username = 'hedy@example.com'
    await server.advance(hour)
    const cognito = sdkClient(server.endpoint, await newKey(home))
    await cognito.send(new SignUpCommand({ ClientId, Username, Password }))
    await cognito.send(new AdminConfirmSignUpCommand({ UserPoolId: poolId, Username }))
    const srp = srpClient(poolId)
    const { ChallengeName, ChallengeParameters } = await cognito.send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: 'USER_SRP_AUTH',
        AuthParameters: { USERNAME: Username, SRP_A: srp.SRP_A },
      }),
    )
    const ChallengeResponses = srp.answer(ChallengeParameters ?? {}, Password, Date.now())
    const respond = new RespondToAuthChallengeCommand({ ClientId, ChallengeName, ChallengeResponses })
    expect((await cognito.send(respond)).AuthenticationResult).toBeDefined()
  },
)
