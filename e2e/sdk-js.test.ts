import {
  AdminCreateUserCommand,
  CodeMismatchException,
  ConfirmSignUpCommand,
  CreateUserPoolCommand,
  DescribeUserPoolCommand,
  GetUserCommand,
  InitiateAuthCommand,
  InvalidParameterException,
  InvalidPasswordException,
  ListUserPoolsCommand,
  NotAuthorizedException,
  paginateListUserPools,
  paginateListUsers,
  ResourceNotFoundException,
  RespondToAuthChallengeCommand,
  RevokeTokenCommand,
  SignUpCommand,
  UsernameExistsException,
  UserNotConfirmedException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider'
import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { beforeAll, expect, test } from 'vitest'
import { newPool } from './new-pool.ts'
import type { NewPool } from './new-pool.ts'
import { onBothStores } from './on-both-stores.ts'
import { outputOf } from './output-of.ts'
import { sdkClient } from './sdk-client.ts'

const Password = 'Correct-Horse-1'

onBothStores((scene) => {
  let pool: NewPool
  let cognito: CognitoIdentityProviderClient

  beforeAll(async () => {
    cognito = sdkClient(scene().server.endpoint)
    pool = await newPool(scene().server.endpoint)
  })

  async function signedUp(Username: string): Promise<void> {
    const { inbox } = scene().server
    await cognito.send(new SignUpCommand({ ClientId: pool.clientId, Username, Password }))
    const ConfirmationCode = await inbox.code(Username)
    await cognito.send(new ConfirmSignUpCommand({ ClientId: pool.clientId, Username, ConfirmationCode }))
  }

  const signIn = (USERNAME: string, PASSWORD = Password) =>
    new InitiateAuthCommand({
      ClientId: pool.clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD },
    })

  test('a person signs up, confirms with the code that was sent, signs in, and refreshes', async () => {
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
    const ConfirmationCode = await scene().server.inbox.code(Username)
    await cognito.send(new ConfirmSignUpCommand({ ClientId: pool.clientId, Username, ConfirmationCode }))

    const { AuthenticationResult: first } = await cognito.send(signIn(Username))
    expect(first).toMatchObject({ TokenType: 'Bearer', ExpiresIn: 3600 })
    const { UserAttributes } = await cognito.send(new GetUserCommand({ AccessToken: first?.AccessToken }))
    expect(UserAttributes).toContainEqual({ Name: 'sub', Value: UserSub })
    expect(UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'true' })

    const { AuthenticationResult: second } = await cognito.send(refresh(first?.RefreshToken))
    expect(second?.RefreshToken).toBeUndefined()
    expect(second?.AccessToken).not.toBe(first?.AccessToken)
    await cognito.send(new GetUserCommand({ AccessToken: second?.AccessToken }))

    await cognito.send(new RevokeTokenCommand({ ClientId: pool.clientId, Token: first?.RefreshToken }))
    await expect(cognito.send(refresh(first?.RefreshToken))).rejects.toBeInstanceOf(NotAuthorizedException)
    await expect(cognito.send(new GetUserCommand({ AccessToken: second?.AccessToken }))).rejects.toBeInstanceOf(
      NotAuthorizedException,
    )
  })

  const refresh = (REFRESH_TOKEN: string | undefined) =>
    new InitiateAuthCommand({
      ClientId: pool.clientId,
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN: REFRESH_TOKEN ?? '' },
    })

  test('a user made by an administrator must choose a new password first', async () => {
    const Username = 'grace@example.com'
    const { User } = await cognito.send(
      new AdminCreateUserCommand({ UserPoolId: pool.poolId, Username, TemporaryPassword: 'Temporary-1' }),
    )
    expect(User).toMatchObject({ UserStatus: 'FORCE_CHANGE_PASSWORD', Enabled: true })
    expect(User?.UserCreateDate).toBeInstanceOf(Date)
    const { ChallengeName, ChallengeParameters, Session } = await cognito.send(signIn(Username, 'Temporary-1'))
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
    await expect(cognito.send(signIn(Username, 'Temporary-1'))).rejects.toBeInstanceOf(NotAuthorizedException)
    await cognito.send(signIn(Username))
  })

  test('refusals arrive as the client’s own error classes', async () => {
    const Username = 'edith@example.com'
    const signUp = { ClientId: pool.clientId, Username, Password }
    await cognito.send(new SignUpCommand(signUp))
    const refusals = [
      [new SignUpCommand(signUp), UsernameExistsException],
      [new SignUpCommand({ ...signUp, Username: 'no@example.com', Password: 'short' }), InvalidPasswordException],
      [new SignUpCommand({ ...signUp, Username: 'not an address' }), InvalidParameterException],
      [new SignUpCommand({ ...signUp, ClientId: '0'.repeat(26) }), ResourceNotFoundException],
      [signIn(Username), UserNotConfirmedException],
      [signIn('nobody@example.com'), UserNotFoundException],
      [signIn(Username, 'Wrong-Horse-1'), NotAuthorizedException],
      [new ConfirmSignUpCommand({ ClientId: pool.clientId, Username, ConfirmationCode: '000' }), CodeMismatchException],
      [new DescribeUserPoolCommand({ UserPoolId: 'us-east-1_000000000' }), ResourceNotFoundException],
    ] as const
    for (const [command, refusal] of refusals)
      await expect(cognito.send(command as SignUpCommand), refusal.name).rejects.toBeInstanceOf(refusal)
  })

  test('dates are dates, within the time of the call', async () => {
    const before = Math.floor(Date.now() / 1000) * 1000
    const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'dated' }))
    expect(UserPool?.CreationDate).toBeInstanceOf(Date)
    expect(UserPool?.CreationDate?.getTime()).toBeGreaterThanOrEqual(before)
    expect(UserPool?.LastModifiedDate?.getTime()).toBeLessThanOrEqual(Date.now())
  })

  test('pools are listed page by page, each once', async () => {
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

  test('users are listed page by page, each once', async () => {
    const { poolId, clientId } = await newPool(scene().server.endpoint)
    const names = Array.from({ length: 7 }, (_, index) => `person${index}@example.com`)
    for (const Username of names) await cognito.send(new SignUpCommand({ ClientId: clientId, Username, Password }))
    const pages: string[][] = []
    const listing = paginateListUsers({ client: cognito, pageSize: 3 }, { UserPoolId: poolId })
    for await (const { Users } of listing)
      pages.push(
        (Users ?? []).flatMap(({ Attributes }) => Attributes?.find(({ Name }) => Name === 'email')?.Value ?? []),
      )
    expect(pages.map((page) => page.length)).toEqual([3, 3, 1])
    expect(pages.flat().toSorted()).toEqual(names)
  })

  test('of sign-ups that race for one name exactly one wins, and the others are told so', async () => {
    const signUp = { ClientId: pool.clientId, Username: 'raced@example.com', Password }
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => cognito.send(new SignUpCommand(signUp))))
    const lost = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as Error] : []))
    expect(lost.map(({ name }) => name)).toEqual(Array.from({ length: 7 }, () => 'UsernameExistsException'))
    expect(await scene().server.inbox.letters('raced@example.com')).toHaveLength(1)
  })

  test('an access key made on the command line signs on the running server; its wrong secret does not', async () => {
    const made = JSON.parse(await outputOf(scene().home, ['keys', 'create'])) as Record<
      'AccessKeyId' | 'SecretAccessKey' | 'Account',
      string
    >
    const key = { accessKeyId: made.AccessKeyId, secretAccessKey: made.SecretAccessKey }
    const list = new ListUserPoolsCommand({ MaxResults: 60 })
    const { UserPools } = await sdkClient(scene().server.endpoint, key).send(list)
    expect(UserPools?.map(({ Id }) => Id)).toContain(pool.poolId)
    const liar = sdkClient(scene().server.endpoint, { ...key, secretAccessKey: 'x'.repeat(40) })
    await expect(liar.send(list)).rejects.toMatchObject({ name: 'InvalidSignatureException' })
    await outputOf(scene().home, ['keys', 'disable', key.accessKeyId])
    await expect
      .poll(
        () =>
          sdkClient(scene().server.endpoint, key)
            .send(list)
            .then(String, ({ name }: Error) => name),
        {
          timeout: 5_000,
        },
      )
      .toBe('UnrecognizedClientException')
  })

  test('pools of another account are not there', async () => {
    const made = JSON.parse(await outputOf(scene().home, ['keys', 'create', '--account', '111122223333'])) as Record<
      'AccessKeyId' | 'SecretAccessKey',
      string
    >
    const key = { accessKeyId: made.AccessKeyId, secretAccessKey: made.SecretAccessKey }
    const stranger = sdkClient(scene().server.endpoint, key)
    expect((await stranger.send(new ListUserPoolsCommand({ MaxResults: 60 }))).UserPools).toEqual([])
    const describe = new DescribeUserPoolCommand({ UserPoolId: pool.poolId })
    await expect(stranger.send(describe)).rejects.toBeInstanceOf(ResourceNotFoundException)
  })

  test('users, sessions and keys are still there after a restart', async () => {
    const Username = 'katherine@example.com'
    await signedUp(Username)
    const { AuthenticationResult } = await cognito.send(signIn(Username))
    const keysAddress = `/${pool.poolId}/.well-known/jwks.json`
    const keys = await (await fetch(`${scene().server.endpoint}${keysAddress}`)).json()

    await scene().restart()

    cognito = sdkClient(scene().server.endpoint)
    expect(await (await fetch(`${scene().server.endpoint}${keysAddress}`)).json()).toEqual(keys)
    await cognito.send(new GetUserCommand({ AccessToken: AuthenticationResult?.AccessToken }))
    await cognito.send(refresh(AuthenticationResult?.RefreshToken))
    await cognito.send(signIn(Username))
  })
})
