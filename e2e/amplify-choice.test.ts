import { Amplify } from 'aws-amplify'
import { autoSignIn, confirmSignIn, confirmSignUp, fetchAuthSession, signIn, signOut, signUp } from 'aws-amplify/auth'
import { ConsoleLogger } from 'aws-amplify/utils'
import { afterEach, describe, expect, test } from 'vitest'
import { newPool } from './new-pool.ts'
import { onBothStores } from './on-both-stores.ts'

const password = 'Correct-Horse-1'
const done = { isSignedIn: true, nextStep: { signInStep: 'DONE' } }

const scenes = onBothStores(() => Promise.resolve({}))
type Met = (typeof scenes)[number]

// It warns of every endpoint that is not AWS's.
ConsoleLogger.LOG_LEVEL = 'ERROR'

afterEach(() => signOut())

/** Amplify on a pool where codes by e-mail are a first factor. */
async function configure({ server }: Met): Promise<void> {
  const { poolId, clientId } = await newPool(server.endpoint, {
    pool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } },
    client: {
      ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
    },
  })
  Amplify.configure({
    Auth: { Cognito: { userPoolId: poolId, userPoolClientId: clientId, userPoolEndpoint: server.endpoint } },
  })
}

async function registered(username: string, { server }: Met): Promise<void> {
  await signUp({ username, password, options: { userAttributes: { email: username } } })
  await confirmSignUp({ username, confirmationCode: await server.inbox.code(username) })
}

async function methods(): Promise<unknown> {
  return (await fetchAuthSession()).tokens?.idToken?.payload['amr']
}

/** Amplify is told what there is to choose from. */
async function chooses(username: string): Promise<void> {
  const { nextStep } = await signIn({ username, options: { authFlowType: 'USER_AUTH' } })
  expect(nextStep).toEqual({
    signInStep: 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION',
    availableChallenges: ['PASSWORD', 'PASSWORD_SRP', 'EMAIL_OTP'],
  })
}

// Amplify drops an automatic sign-in that follows another at once, so each store has its other tests in between.
describe.each(scenes)('on $store', (scene) => {
  test('who signs up without a password and confirms is signed in', async () => {
    await configure(scene)
    const username = 'ada-passwordless@example.com'
    const autoSignInOptions = { authFlowType: 'USER_AUTH' } as const
    const options = { userAttributes: { email: username }, autoSignIn: autoSignInOptions }
    expect((await signUp({ username, options })).nextStep.signUpStep).toBe('CONFIRM_SIGN_UP')
    const { nextStep } = await confirmSignUp({ username, confirmationCode: await scene.server.inbox.code(username) })
    expect(nextStep.signUpStep).toBe('COMPLETE_AUTO_SIGN_IN')
    expect(await autoSignIn()).toEqual(done)
    expect(await methods()).toEqual(['email_otp'])
  })

  test('a code by e-mail signs in, preferred', async () => {
    await configure(scene)
    const username = 'ada-prefers@example.com'
    await registered(username, scene)
    const options = { authFlowType: 'USER_AUTH', preferredChallenge: 'EMAIL_OTP' } as const
    expect(await signIn({ username, options })).toMatchObject({
      isSignedIn: false,
      nextStep: {
        signInStep: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE',
        codeDeliveryDetails: { deliveryMedium: 'EMAIL', destination: 'a***@e***' },
      },
    })
    await expect(confirmSignIn({ challengeResponse: '00000000' })).rejects.toMatchObject({
      name: 'CodeMismatchException',
    })
    expect(await confirmSignIn({ challengeResponse: await scene.server.inbox.code(username) })).toEqual(done)
    expect(await methods()).toEqual(['email_otp'])
  })

  test('a first factor is chosen among those there are', async () => {
    await configure(scene)
    const username = 'ada-chooses@example.com'
    await registered(username, scene)
    for (const factor of ['PASSWORD', 'PASSWORD_SRP']) {
      await chooses(username)
      const { nextStep } = await confirmSignIn({ challengeResponse: factor })
      expect(nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_PASSWORD')
      expect(await confirmSignIn({ challengeResponse: password })).toEqual(done)
      expect(await methods()).toEqual(['pwd'])
      await signOut()
    }
    await chooses(username)
    const { nextStep } = await confirmSignIn({ challengeResponse: 'EMAIL_OTP' })
    expect(nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_EMAIL_CODE')
    expect(await confirmSignIn({ challengeResponse: await scene.server.inbox.code(username) })).toEqual(done)
  })

  test('SRP signs in, preferred', async () => {
    await configure(scene)
    const username = 'ada-srp@example.com'
    await registered(username, scene)
    const options = { authFlowType: 'USER_AUTH', preferredChallenge: 'PASSWORD_SRP' } as const
    expect(await signIn({ username, password, options })).toEqual(done)
  })
})
