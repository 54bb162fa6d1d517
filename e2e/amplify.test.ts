import { Amplify } from 'aws-amplify'
import {
  confirmResetPassword,
  confirmSignIn,
  confirmSignUp,
  fetchAuthSession,
  fetchUserAttributes,
  getCurrentUser,
  resendSignUpCode,
  resetPassword,
  signIn,
  signOut,
  signUp,
  updatePassword,
  updateUserAttributes,
} from 'aws-amplify/auth'
import { ConsoleLogger } from 'aws-amplify/utils'
import { AdminCreateUserCommand } from '@aws-sdk/client-cognito-identity-provider'
import { afterEach, expect, test } from 'vitest'
import { newPool } from './new-pool.ts'
import { onBothStores } from './on-both-stores.ts'
import { sdkClient } from './sdk-client.ts'

const password = 'Correct-Horse-1'

const scenes = onBothStores(async ({ endpoint }) => ({ ids: await newPool(endpoint) }))
type Met = (typeof scenes)[number]

/** Amplify is configured once for a whole program; here each test does it for its server. */
function configure({ ids, server }: Met): void {
  const { poolId, clientId } = ids
  Amplify.configure({
    Auth: { Cognito: { userPoolId: poolId, userPoolClientId: clientId, userPoolEndpoint: server.endpoint } },
  })
}

// It warns of every endpoint that is not AWS's.
ConsoleLogger.LOG_LEVEL = 'ERROR'

afterEach(() => signOut())

async function signedUp(username: string, { server }: Met): Promise<void> {
  const options = { userAttributes: { email: username, name: 'Somebody' } }
  const { nextStep } = await signUp({ username, password, options })
  expect(nextStep.signUpStep).toBe('CONFIRM_SIGN_UP')
  const confirmationCode = await server.inbox.code(username)
  expect(await confirmSignUp({ username, confirmationCode })).toMatchObject({ isSignUpComplete: true })
}

async function signedIn(username: string, scene: Met): Promise<void> {
  await signedUp(username, scene)
  expect(await signIn({ username, password })).toEqual({ isSignedIn: true, nextStep: { signInStep: 'DONE' } })
}

test.each(scenes)('a person signs up, confirms, signs in with SRP and has a session, on $store', async (scene) => {
  configure(scene)
  await signedIn('ada@example.com', scene)
  const { tokens, userSub } = await fetchAuthSession()
  expect(tokens?.accessToken.payload).toMatchObject({ client_id: scene.ids.clientId, token_use: 'access' })
  expect(tokens?.idToken?.payload).toMatchObject({ email: 'ada@example.com', name: 'Somebody', sub: userSub })
  expect(await getCurrentUser()).toMatchObject({
    userId: userSub,
    signInDetails: { loginId: 'ada@example.com', authFlowType: 'USER_SRP_AUTH' },
  })
})

test.each(scenes)(
  'a wrong password is refused, and an unconfirmed person is sent to confirm, on $store',
  async (scene) => {
    configure(scene)
    await signedUp('mary@example.com', scene)
    await expect(signIn({ username: 'mary@example.com', password: 'Wrong-Horse-1' })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
    })
    const username = 'edith@example.com'
    await signUp({ username, password })
    const asked = await signIn({ username, password })
    expect(asked).toEqual({ isSignedIn: false, nextStep: { signInStep: 'CONFIRM_SIGN_UP' } })
    await resendSignUpCode({ username })
    await confirmSignUp({ username, confirmationCode: await scene.server.inbox.code(username) })
    expect(await signIn({ username, password })).toMatchObject({ isSignedIn: true })
  },
)

test.each(scenes)('a forced refresh gives new tokens of the same session, on $store', async (scene) => {
  configure(scene)
  await signedIn('hedy@example.com', scene)
  const before = await fetchAuthSession()
  const after = await fetchAuthSession({ forceRefresh: true })
  expect(after.tokens?.accessToken.toString()).not.toBe(before.tokens?.accessToken.toString())
  expect(after.tokens?.accessToken.payload['origin_jti']).toBe(before.tokens?.accessToken.payload['origin_jti'])
  expect(after.userSub).toBe(before.userSub)
})

test.each(scenes)('attributes are fetched and updated, on $store', async (scene) => {
  configure(scene)
  await signedIn('rosa@example.com', scene)
  expect(await fetchUserAttributes()).toEqual({
    sub: expect.any(String),
    email: 'rosa@example.com',
    email_verified: 'true',
    name: 'Somebody',
  })
  expect(await updateUserAttributes({ userAttributes: { nickname: 'Ró' } })).toMatchObject({
    nickname: { isUpdated: true, nextStep: { updateAttributeStep: 'DONE' } },
  })
  expect(await fetchUserAttributes()).toMatchObject({ nickname: 'Ró' })
})

test.each(scenes)('an updated password is the one that signs in from then on, on $store', async (scene) => {
  configure(scene)
  const username = 'grace@example.com'
  await signedIn(username, scene)
  await updatePassword({ oldPassword: password, newPassword: 'Better-Horse-2' })
  await signOut()
  await expect(signIn({ username, password })).rejects.toMatchObject({ name: 'NotAuthorizedException' })
  expect(await signIn({ username, password: 'Better-Horse-2' })).toMatchObject({ isSignedIn: true })
})

test.each(scenes)('a sign-out everywhere ends the sessions of other devices too, on $store', async (scene) => {
  configure(scene)
  await signedIn('joan@example.com', scene)
  const elsewhere = await fetchAuthSession()
  await signOut({ global: true })
  expect(await fetchAuthSession()).toEqual({
    tokens: undefined,
    credentials: undefined,
    identityId: undefined,
    userSub: undefined,
  })
  const response = await fetch(scene.server.endpoint, {
    method: 'POST',
    headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.GetUser' },
    body: JSON.stringify({ AccessToken: elsewhere.tokens?.accessToken.toString() }),
  })
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ __type: 'NotAuthorizedException' })
})

test.each(scenes)('a forgotten password is reset with the code that was sent, on $store', async (scene) => {
  configure(scene)
  const username = 'emmy@example.com'
  await signedUp(username, scene)
  expect(await resetPassword({ username })).toMatchObject({
    nextStep: {
      resetPasswordStep: 'CONFIRM_RESET_PASSWORD_WITH_CODE',
      codeDeliveryDetails: { attributeName: 'email', deliveryMedium: 'EMAIL' },
    },
  })
  const confirmationCode = await scene.server.inbox.code(username)
  await confirmResetPassword({ username, confirmationCode, newPassword: 'Better-Horse-2' })
  expect(await signIn({ username, password: 'Better-Horse-2' })).toMatchObject({ isSignedIn: true })
})

test.each(scenes)('an invited person is asked for a new password and is in, on $store', async (scene) => {
  configure(scene)
  const username = 'alan@example.com'
  await sdkClient(scene.server.endpoint).send(
    new AdminCreateUserCommand({ UserPoolId: scene.ids.poolId, Username: username, TemporaryPassword: 'Temporary-1' }),
  )
  const { nextStep } = await signIn({ username, password: 'Temporary-1' })
  expect(nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED')
  expect(await confirmSignIn({ challengeResponse: password })).toMatchObject({ isSignedIn: true })
  expect((await fetchAuthSession()).tokens).toBeDefined()
})
