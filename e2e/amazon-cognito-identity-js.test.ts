import { AdminCreateUserCommand } from '@aws-sdk/client-cognito-identity-provider'
import {
  AuthenticationDetails,
  CognitoRefreshToken,
  CognitoUser,
  CognitoUserAttribute,
  CognitoUserPool,
} from 'amazon-cognito-identity-js'
import type { CognitoUserSession, ICognitoStorage } from 'amazon-cognito-identity-js'
import { expect, test } from 'vitest'
import { newPool } from './new-pool.ts'
import { onBothStores } from './on-both-stores.ts'
import { sdkClient } from './sdk-client.ts'

const password = 'Correct-Horse-1'

const scenes = onBothStores(async ({ endpoint }) => {
  const ids = await newPool(endpoint)
  return { ids, pool: new CognitoUserPool({ UserPoolId: ids.poolId, ClientId: ids.clientId, endpoint }) }
})
type Met = (typeof scenes)[number]

const user = (Username: string, { pool }: Pick<Met, 'pool'>) =>
  new CognitoUser({ Username, Pool: pool, Storage: memoryStorage() })

async function signUp(Username: string, scene: Met): Promise<void> {
  const attributes = [new CognitoUserAttribute({ Name: 'name', Value: 'Somebody' })]
  const result = await called<{ readonly userConfirmed: boolean }>((done) =>
    scene.pool.signUp(Username, password, attributes, [], done),
  )
  expect(result.userConfirmed).toBe(false)
  const code = await scene.server.inbox.code(Username)
  expect(await called((done) => user(Username, scene).confirmRegistration(code, false, done))).toBe('SUCCESS')
}

async function signedIn(Username: string, scene: Met): Promise<CognitoUser> {
  await signUp(Username, scene)
  const somebody = user(Username, scene)
  await signIn(somebody, password)
  return somebody
}

test.each(scenes)(
  'a person signs up, confirms, signs in with SRP and reads the own attributes, on $store',
  async (scene) => {
    await signUp('ada@example.com', scene)
    const ada = user('ada@example.com', scene)
    const session = await signIn(ada, password)
    expect(session.isValid()).toBe(true)
    expect(session.getIdToken().payload).toMatchObject({ name: 'Somebody', email_verified: true })
    expect(session.getAccessToken().payload).toMatchObject({ client_id: scene.ids.clientId, token_use: 'access' })
    const attributes = await called<CognitoUserAttribute[]>((done) => ada.getUserAttributes(done))
    expect(Object.fromEntries(attributes.map(({ Name, Value }) => [Name, Value]))).toEqual({
      sub: session.getIdToken().payload['sub'],
      email: 'ada@example.com',
      email_verified: 'true',
      name: 'Somebody',
    })
  },
)

test.each(scenes)('a wrong password is refused after a whole SRP exchange, on $store', async (scene) => {
  await signUp('mary@example.com', scene)
  await expect(signIn(user('mary@example.com', scene), 'Wrong-Horse-1')).rejects.toMatchObject({
    code: 'NotAuthorizedException',
    message: 'Incorrect username or password.',
  })
})

test.each(scenes)('an unconfirmed person is told so, and a wrong code confirms nobody, on $store', async (scene) => {
  const Username = 'edith@example.com'
  await called((done) => scene.pool.signUp(Username, password, [], [], done))
  await expect(signIn(user(Username, scene), password)).rejects.toMatchObject({ code: 'UserNotConfirmedException' })
  const code = await scene.server.inbox.code(Username)
  const wrong = code === '000000' ? '000001' : '000000'
  await expect(called((done) => user(Username, scene).confirmRegistration(wrong, false, done))).rejects.toMatchObject({
    code: 'CodeMismatchException',
  })
  await called((done) => user(Username, scene).resendConfirmationCode(done))
  const [newest, oldest] = await scene.server.inbox.letters(Username)
  expect([newest?.source, oldest?.source]).toEqual(['CustomMessage_ResendCode', 'CustomMessage_SignUp'])
  await called((done) => user(Username, scene).confirmRegistration(newest?.code ?? '', false, done))
  await signIn(user(Username, scene), password)
})

test.each(scenes)('a changed password is the one that signs in from then on, on $store', async (scene) => {
  const grace = await signedIn('grace@example.com', scene)
  await called((done) => grace.changePassword(password, 'Better-Horse-2', done))
  await expect(signIn(user('grace@example.com', scene), password)).rejects.toMatchObject({
    code: 'NotAuthorizedException',
  })
  await signIn(user('grace@example.com', scene), 'Better-Horse-2')
})

test.each(scenes)('attributes are updated and deleted, on $store', async (scene) => {
  const rosa = await signedIn('rosa@example.com', scene)
  const changed = [new CognitoUserAttribute({ Name: 'nickname', Value: 'Ró' })]
  expect(await called((done) => rosa.updateAttributes(changed, done))).toBe('SUCCESS')
  expect(await called((done) => rosa.deleteAttributes(['name'], done))).toBe('SUCCESS')
  const attributes = await called<CognitoUserAttribute[]>((done) => rosa.getUserAttributes(done))
  const names = attributes.map(({ Name }) => Name)
  expect(names).not.toContain('name')
  expect(attributes.find(({ Name }) => Name === 'nickname')?.Value).toBe('Ró')
})

test.each(scenes)(
  'a session is refreshed, and a sign-out everywhere ends what came of it, on $store',
  async (scene) => {
    const hedy = await signedIn('hedy@example.com', scene)
    const session = hedy.getSignInUserSession()
    const refreshToken = new CognitoRefreshToken({ RefreshToken: session?.getRefreshToken().getToken() ?? '' })
    const refreshed = await called<CognitoUserSession>((done) => hedy.refreshSession(refreshToken, done))
    expect(refreshed.getAccessToken().getJwtToken()).not.toBe(session?.getAccessToken().getJwtToken())

    expect(await outcome<string>((callbacks) => hedy.globalSignOut(callbacks))).toBe('SUCCESS')
    // The library tries a refused refresh again for five seconds; its access token shows the same at once.
    const late = user('hedy@example.com', scene)
    late.setSignInUserSession(refreshed)
    await expect(called((done) => late.getUserAttributes(done))).rejects.toMatchObject({
      code: 'NotAuthorizedException',
    })
  },
)

test.each(scenes)('a forgotten password is replaced with the code that was sent, on $store', async (scene) => {
  const Username = 'joan@example.com'
  await signUp(Username, scene)
  await outcome((callbacks) => user(Username, scene).forgotPassword(callbacks))
  const [letter] = await scene.server.inbox.letters(Username)
  expect(letter?.source).toBe('CustomMessage_ForgotPassword')
  const confirm = () =>
    outcome<string>((callbacks) =>
      user(Username, scene).confirmPassword(letter?.code ?? '', 'Better-Horse-2', callbacks),
    )
  expect(await confirm()).toBe('SUCCESS')
  await expect(confirm()).rejects.toMatchObject({ code: 'ExpiredCodeException' })
  await expect(signIn(user(Username, scene), password)).rejects.toMatchObject({ code: 'NotAuthorizedException' })
  await signIn(user(Username, scene), 'Better-Horse-2')
})

test.each(scenes)(
  'an invited person signs in with the temporary password from the letter and chooses another, on $store',
  async (scene) => {
    const Username = 'alan@example.com'
    await sdkClient(scene.server.endpoint).send(
      new AdminCreateUserCommand({
        UserPoolId: scene.ids.poolId,
        Username,
        TemporaryPassword: 'Temporary-1',
        UserAttributes: [{ Name: 'email', Value: Username }],
      }),
    )
    const [letter] = await scene.server.inbox.letters(Username)
    expect(letter?.text).toContain('Temporary-1')
    const alan = user(Username, scene)
    await expect(signIn(alan, 'Temporary-1')).rejects.toEqual({ newPasswordRequired: [] })
    const session = await outcome<CognitoUserSession>(({ onSuccess, onFailure }) =>
      alan.completeNewPasswordChallenge(password, {}, { onSuccess: (given) => onSuccess(given), onFailure }),
    )
    expect(session.isValid()).toBe(true)
    await signIn(user(Username, scene), password)
  },
)

test.each(scenes)('a person deletes the own account, on $store', async (scene) => {
  const gone = await signedIn('gone@example.com', scene)
  expect(await called((done) => gone.deleteUser(done))).toBe('SUCCESS')
  await expect(signIn(user('gone@example.com', scene), password)).rejects.toMatchObject({
    code: 'UserNotFoundException',
  })
})

test.each(scenes)('a client with a secret, which this library cannot show, is refused, on $store', async (scene) => {
  const { endpoint } = scene.server
  const { poolId, clientId } = await newPool(endpoint, { client: { GenerateSecret: true } })
  const secretive = new CognitoUserPool({ UserPoolId: poolId, ClientId: clientId, endpoint })
  await expect(called((done) => secretive.signUp('ada@example.com', password, [], [], done))).rejects.toMatchObject({
    code: 'NotAuthorizedException',
  })
})

/** The real SRP of the library. Rejects with `{newPasswordRequired}`, the missing attributes, where that is asked. */
function signIn(user: CognitoUser, Password: string): Promise<CognitoUserSession> {
  const details = new AuthenticationDetails({ Username: user.getUsername(), Password })
  return outcome(({ onSuccess, onFailure }) =>
    user.authenticateUser(details, {
      onSuccess: (session) => onSuccess(session),
      onFailure,
      newPasswordRequired: (_: unknown, missing: readonly string[]) => onFailure({ newPasswordRequired: missing }),
    }),
  )
}

/** What a call with a Node callback gives. */
function called<Result>(call: (done: (error: Error | undefined, result?: Result) => void) => void): Promise<Result> {
  return outcome(({ onSuccess, onFailure }) =>
    call((error, result) => (error ? onFailure(error) : onSuccess(result as Result))),
  )
}

interface Callbacks<Result> {
  readonly onSuccess: (result: Result) => void
  readonly onFailure: (error: unknown) => void
}

function outcome<Result>(call: (callbacks: Callbacks<Result>) => void): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>()
  call({ onSuccess: resolve, onFailure: reject })
  return promise
}

function memoryStorage(): ICognitoStorage {
  const kept = new Map<string, string>()
  return {
    setItem: (key, value) => void kept.set(key, value),
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  }
}
