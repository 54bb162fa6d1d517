import {
  AdminCreateUserCommand,
  CodeMismatchException,
  ConfirmSignUpCommand,
  CreateUserPoolCommand,
  DescribeUserPoolCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  InitiateAuthCommand,
  InvalidParameterException,
  InvalidPasswordException,
  ListUserPoolsCommand,
  NotAuthorizedException,
  paginateListUserPools,
  paginateListUsers,
  RefreshTokenReuseException,
  ResourceNotFoundException,
  RespondToAuthChallengeCommand,
  RevokeTokenCommand,
  SignUpCommand,
  UsernameExistsException,
  UserNotConfirmedException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { breakingProxy } from './breaking-proxy.ts'
import { newKey } from './new-key.ts'
import { newPool } from './new-pool.ts'
import { onBothStores } from './on-both-stores.ts'
import { outputOf } from './output-of.ts'
import { sdkClient } from './sdk-client.ts'
import { tokensOf } from './tokens-of.ts'
import type { Server } from './server.ts'

const Password = 'Correct-Horse-1'

const scenes = onBothStores(async ({ endpoint }) => ({ pool: await newPool(endpoint), cognito: sdkClient(endpoint) }))
type Met = (typeof scenes)[number]

async function signedUp(Username: string, { cognito, pool, server }: Met): Promise<void> {
  await cognito.send(new SignUpCommand({ ClientId: pool.clientId, Username, Password }))
  const ConfirmationCode = await server.inbox.code(Username)
  await cognito.send(new ConfirmSignUpCommand({ ClientId: pool.clientId, Username, ConfirmationCode }))
}

const signIn = ({ pool }: Pick<Met, 'pool'>, USERNAME: string, PASSWORD = Password) =>
  new InitiateAuthCommand({
    ClientId: pool.clientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME, PASSWORD },
  })

test.each(scenes)(
  'a person signs up, confirms with the code that was sent, signs in, and refreshes, on $store',
  async (scene) => {
    const { cognito, pool, server } = scene
    const Username = 'ada@example.com'
    const { CodeDeliveryDetails, UserConfirmed, UserSub } = await cognito.send(
      new SignUpCommand({ ClientId: pool.clientId, Username, Password }),
    )
    expect(UserConfirmed).toBe(false)
    expect(CodeDeliveryDetails).toEqual({
      AttributeName: 'email',
      DeliveryMedium: 'EMAIL',
      Destination: expect.stringMatching(/^a\*+@e\*+$/),
    })
    const ConfirmationCode = await server.inbox.code(Username)
    await cognito.send(new ConfirmSignUpCommand({ ClientId: pool.clientId, Username, ConfirmationCode }))

    const { AuthenticationResult: first } = await cognito.send(signIn(scene, Username))
    expect(first).toMatchObject({ TokenType: 'Bearer', ExpiresIn: 3600 })
    const { UserAttributes } = await cognito.send(new GetUserCommand({ AccessToken: first?.AccessToken }))
    expect(UserAttributes).toContainEqual({ Name: 'sub', Value: UserSub })
    expect(UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'true' })

    const { AuthenticationResult: second } = await cognito.send(refresh(scene, first?.RefreshToken))
    expect(second?.RefreshToken).toBeUndefined()
    expect(second?.AccessToken).not.toBe(first?.AccessToken)
    await cognito.send(new GetUserCommand({ AccessToken: second?.AccessToken }))

    await cognito.send(new RevokeTokenCommand({ ClientId: pool.clientId, Token: first?.RefreshToken }))
    await expect(cognito.send(refresh(scene, first?.RefreshToken))).rejects.toBeInstanceOf(NotAuthorizedException)
    await expect(cognito.send(new GetUserCommand({ AccessToken: second?.AccessToken }))).rejects.toBeInstanceOf(
      NotAuthorizedException,
    )
  },
)

const refresh = ({ pool }: Pick<Met, 'pool'>, REFRESH_TOKEN: string | undefined) =>
  new InitiateAuthCommand({
    ClientId: pool.clientId,
    AuthFlow: 'REFRESH_TOKEN_AUTH',
    AuthParameters: { REFRESH_TOKEN: REFRESH_TOKEN ?? '' },
  })

test.each(scenes)('a user made by an administrator must choose a new password first, on $store', async (scene) => {
  const { cognito, pool } = scene
  const Username = 'grace@example.com'
  const { User } = await cognito.send(
    new AdminCreateUserCommand({ UserPoolId: pool.poolId, Username, TemporaryPassword: 'Temporary-1' }),
  )
  expect(User).toMatchObject({ UserStatus: 'FORCE_CHANGE_PASSWORD', Enabled: true })
  expect(User?.UserCreateDate).toBeInstanceOf(Date)
  const { ChallengeName, ChallengeParameters, Session } = await cognito.send(signIn(scene, Username, 'Temporary-1'))
  expect(ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
  expect(JSON.parse(ChallengeParameters?.['requiredAttributes'] ?? '')).toEqual([])
  const { AuthenticationResult } = await cognito.send(
    new RespondToAuthChallengeCommand({
      ClientId: pool.clientId,
      ChallengeName,
      Session,
      ChallengeResponses: { USERNAME: Username, NEW_PASSWORD: Password },
    }),
  )
  expect(AuthenticationResult?.AccessToken).toBeDefined()
  await expect(cognito.send(signIn(scene, Username, 'Temporary-1'))).rejects.toBeInstanceOf(NotAuthorizedException)
  await cognito.send(signIn(scene, Username))
})

test.each(scenes)('refusals arrive as the client’s own error classes, on $store', async (scene) => {
  const { cognito, pool } = scene
  const Username = 'edith@example.com'
  const signUp = { ClientId: pool.clientId, Username, Password }
  await cognito.send(new SignUpCommand(signUp))
  const refusals = [
    [new SignUpCommand(signUp), UsernameExistsException],
    [new SignUpCommand({ ...signUp, Username: 'no@example.com', Password: 'short' }), InvalidPasswordException],
    [new SignUpCommand({ ...signUp, Username: 'not an address' }), InvalidParameterException],
    [new SignUpCommand({ ...signUp, ClientId: '0'.repeat(26) }), ResourceNotFoundException],
    [signIn(scene, Username), UserNotConfirmedException],
    [signIn(scene, 'nobody@example.com'), UserNotFoundException],
    [signIn(scene, Username, 'Wrong-Horse-1'), NotAuthorizedException],
    [new ConfirmSignUpCommand({ ClientId: pool.clientId, Username, ConfirmationCode: '000' }), CodeMismatchException],
    [new DescribeUserPoolCommand({ UserPoolId: 'us-east-1_000000000' }), ResourceNotFoundException],
  ] as const
  for (const [command, refusal] of refusals)
    await expect(cognito.send(command as SignUpCommand)).rejects.toBeInstanceOf(refusal)
})

test.each(scenes)('a person without e-mail confirms with the code that came by SMS, on $store', async (scene) => {
  const { cognito, server } = scene
  const { clientId: ClientId } = await newPool(server.endpoint, {
    pool: {
      UsernameAttributes: ['phone_number'],
      AutoVerifiedAttributes: ['phone_number'],
      SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::000000000000:role/sms' },
    },
  })
  const Username = '+15555550142'
  const { CodeDeliveryDetails } = await cognito.send(new SignUpCommand({ ClientId, Username, Password }))
  expect(CodeDeliveryDetails).toMatchObject({ AttributeName: 'phone_number', DeliveryMedium: 'SMS' })
  const [letter] = await server.inbox.letters(Username)
  expect(letter).toMatchObject({ channel: 'sms', source: 'CustomMessage_SignUp' })
  await cognito.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode: letter?.code ?? '' }))
})

test.each(scenes)('a refresh token that rotates is good once, on $store', async ({ cognito, server }) => {
  const { poolId, clientId: ClientId } = await newPool(server.endpoint, {
    client: {
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
    },
  })
  const { refresh: first } = await tokensOf({ poolId, clientId: ClientId }, server.endpoint)
  const rotate = (RefreshToken: string | undefined) =>
    cognito.send(new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken }))
  const second = (await rotate(first)).AuthenticationResult?.RefreshToken
  expect(second).not.toBe(first)
  await expect(rotate(first)).rejects.toBeInstanceOf(RefreshTokenReuseException)
})

test.each(scenes)('dates are dates, within the time of the call, on $store', async ({ cognito }) => {
  const before = Math.floor(Date.now() / 1000) * 1000
  const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'dated' }))
  expect(UserPool?.CreationDate).toBeInstanceOf(Date)
  expect(UserPool?.CreationDate?.getTime()).toBeGreaterThanOrEqual(before)
  expect(UserPool?.LastModifiedDate?.getTime()).toBeLessThanOrEqual(Date.now())
})

test.each(scenes)('pools are listed page by page, each once, on $store', async ({ cognito }) => {
  const made = await Promise.all(
    Array.from({ length: 7 }, (_, index) => cognito.send(new CreateUserPoolCommand({ PoolName: `paged${index}` }))),
  )
  const pages: string[][] = []
  for await (const { UserPools } of paginateListUserPools({ client: cognito, pageSize: 3 }, { MaxResults: 3 }))
    pages.push((UserPools ?? []).map(({ Id = '' }) => Id))
  const listed = pages.flat()
  expect(pages.slice(0, -1).every((page) => page.length === 3)).toBe(true)
  expect(new Set(listed).size).toBe(listed.length)
  expect(listed).toEqual(expect.arrayContaining(made.map(({ UserPool }) => UserPool?.Id)))
})

test.each(scenes)('users are listed page by page, each once, on $store', async ({ cognito, server }) => {
  const { poolId, clientId } = await newPool(server.endpoint)
  const names = Array.from({ length: 7 }, (_, index) => `person${index}@example.com`)
  for (const Username of names) await cognito.send(new SignUpCommand({ ClientId: clientId, Username, Password }))
  const pages: string[][] = []
  const listing = paginateListUsers({ client: cognito, pageSize: 3 }, { UserPoolId: poolId })
  for await (const { Users } of listing)
    pages.push((Users ?? []).flatMap(({ Attributes }) => Attributes?.find(({ Name }) => Name === 'email')?.Value ?? []))
  expect(pages.map((page) => page.length)).toEqual([3, 3, 1])
  expect(pages.flat().toSorted()).toEqual(names)
})

test.each(scenes)(
  'a call whose connection breaks is tried again by the client, and happens once, on $store',
  async ({ pool, server }) => {
    await using breaking = await breakingProxy(server.endpoint)
    const signUp = { ClientId: pool.clientId, Username: 'retried@example.com', Password }
    await sdkClient(breaking.endpoint).send(new SignUpCommand(signUp))
    expect(breaking.broken()).toBe(1)
    expect(await server.inbox.letters('retried@example.com')).toHaveLength(1)
  },
)

test.each(scenes)(
  'of sign-ups that race for one name exactly one wins, and the others are told so, on $store',
  async ({ cognito, pool, server }) => {
    const signUp = { ClientId: pool.clientId, Username: 'raced@example.com', Password }
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => cognito.send(new SignUpCommand(signUp))))
    const lost = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as Error] : []))
    expect(lost.map(({ name }) => name)).toEqual(Array.from({ length: 7 }, () => 'UsernameExistsException'))
    expect(await server.inbox.letters('raced@example.com')).toHaveLength(1)
  },
)

test.each(scenes)(
  'an access key made on the command line signs on the running server; its wrong secret does not, on $store',
  async ({ pool, server, home }) => {
    const key = await newKey(home)
    const list = new ListUserPoolsCommand({ MaxResults: 60 })
    const { UserPools } = await sdkClient(server.endpoint, key).send(list)
    expect(UserPools?.map(({ Id }) => Id)).toContain(pool.poolId)
    const liar = sdkClient(server.endpoint, { ...key, secretAccessKey: 'x'.repeat(40) })
    await expect(liar.send(list)).rejects.toMatchObject({ name: 'InvalidSignatureException' })
    await outputOf(home, ['keys', 'disable', key.accessKeyId])
    await expect
      .poll(
        async () => {
          const response = sdkClient(server.endpoint, key).send(list)
          return response.then(
            () => 'answered',
            ({ name }: Error) => name,
          )
        },
        { timeout: 5_000 },
      )
      .toBe('UnrecognizedClientException')
  },
)

test.each(scenes)('pools of another account are not there, on $store', async ({ pool, server, home }) => {
  const key = await newKey(home, ['--account', '111122223333'])
  const stranger = sdkClient(server.endpoint, key)
  expect((await stranger.send(new ListUserPoolsCommand({ MaxResults: 60 }))).UserPools).toEqual([])
  const describe = new DescribeUserPoolCommand({ UserPoolId: pool.poolId })
  await expect(stranger.send(describe)).rejects.toBeInstanceOf(ResourceNotFoundException)
})

test.each(scenes)('users, sessions and keys are still there after a restart, on $store', async (scene) => {
  const Username = 'katherine@example.com'
  await signedUp(Username, scene)
  const { AuthenticationResult } = await scene.cognito.send(signIn(scene, Username))
  const keysOf = async ({ endpoint }: Server) =>
    (await fetch(`${endpoint}/${scene.pool.poolId}/.well-known/jwks.json`)).json()
  const keys: unknown = await keysOf(scene.server)

  const restarted = await scene.restart()

  const cognito = sdkClient(restarted.endpoint)
  expect(await keysOf(restarted)).toEqual(keys)
  await cognito.send(new GetUserCommand({ AccessToken: AuthenticationResult?.AccessToken }))
  await cognito.send(refresh(scene, AuthenticationResult?.RefreshToken))
  await cognito.send(signIn(scene, Username))
})
