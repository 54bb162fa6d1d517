import {
  SetUserPoolMfaConfigCommand,
  type SetUserPoolMfaConfigRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { Amplify } from 'aws-amplify'
import {
  confirmSignIn,
  confirmSignUp,
  fetchMFAPreference,
  setUpTOTP,
  signIn,
  signOut,
  signUp,
  updateMFAPreference,
  verifyTOTPSetup,
} from 'aws-amplify/auth'
import { ConsoleLogger } from 'aws-amplify/utils'
import { afterEach, expect, test } from 'vitest'
import { authenticatorCode } from './authenticator.ts'
import { newPool } from './new-pool.ts'
import { onBothStores } from './on-both-stores.ts'
import { sdkClient } from './sdk-client.ts'

const password = 'Correct-Horse-1'
const SmsConfiguration = { SnsCallerArn: 'arn:aws:iam::000000000000:role/sms', ExternalId: 'e' }
const done = { isSignedIn: true, nextStep: { signInStep: 'DONE' } }

const scenes = onBothStores(() => Promise.resolve({}))
type Met = (typeof scenes)[number]

// It warns of every endpoint that is not AWS's.
ConsoleLogger.LOG_LEVEL = 'ERROR'

afterEach(() => signOut())

/** Amplify on a pool with these factors. */
async function configure({ server }: Met, config: Omit<SetUserPoolMfaConfigRequest, 'UserPoolId'>): Promise<void> {
  const { poolId, clientId } = await newPool(server.endpoint)
  await sdkClient(server.endpoint).send(new SetUserPoolMfaConfigCommand({ UserPoolId: poolId, ...config }))
  Amplify.configure({
    Auth: { Cognito: { userPoolId: poolId, userPoolClientId: clientId, userPoolEndpoint: server.endpoint } },
  })
}

async function signedIn(username: string, { server }: Met, attributes = {}): Promise<void> {
  await signUp({ username, password, options: { userAttributes: { email: username, ...attributes } } })
  await confirmSignUp({ username, confirmationCode: await server.inbox.code(username) })
  expect(await signIn({ username, password })).toEqual(done)
}

test.each(scenes)('an authenticator is set up, preferred and asked for, on $store', async (scene) => {
  await configure(scene, { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } })
  const username = 'ada-totp@example.com'
  await signedIn(username, scene)
  const { sharedSecret } = await setUpTOTP()
  await verifyTOTPSetup({ code: authenticatorCode(sharedSecret) })
  await updateMFAPreference({ totp: 'PREFERRED' })
  expect(await fetchMFAPreference()).toEqual({ enabled: ['TOTP'], preferred: 'TOTP' })
  await signOut()

  expect(await signIn({ username, password })).toMatchObject({
    isSignedIn: false,
    nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_TOTP_CODE' },
  })
  await expect(confirmSignIn({ challengeResponse: authenticatorCode(sharedSecret, 5) })).rejects.toMatchObject({
    name: 'CodeMismatchException',
  })
  expect(await confirmSignIn({ challengeResponse: authenticatorCode(sharedSecret, 1) })).toEqual(done)
})

test.each(scenes)('where it is required, the second sign-in sets it up, on $store', async (scene) => {
  await configure(scene, { MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration: { Enabled: true } })
  const username = 'mary-totp@example.com'
  await signedIn(username, scene)
  await signOut()
  const { nextStep } = await signIn({ username, password })
  if (nextStep.signInStep !== 'CONTINUE_SIGN_IN_WITH_TOTP_SETUP') throw new Error(nextStep.signInStep)
  const { sharedSecret } = nextStep.totpSetupDetails
  expect(await confirmSignIn({ challengeResponse: authenticatorCode(sharedSecret) })).toEqual(done)
  expect(await fetchMFAPreference()).toEqual({ enabled: ['TOTP'], preferred: 'TOTP' })
})

test.each(scenes)('of two factors one is chosen, and a code by SMS lets in, on $store', async (scene) => {
  await configure(scene, {
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
    SmsMfaConfiguration: { SmsConfiguration, SmsAuthenticationMessage: 'Enter {####}' },
  })
  const username = 'rosa-sms@example.com'
  const phone = '+15555550171'
  await signedIn(username, scene, { phone_number: phone })
  const { sharedSecret } = await setUpTOTP()
  await verifyTOTPSetup({ code: authenticatorCode(sharedSecret) })
  await updateMFAPreference({ totp: 'ENABLED', sms: 'ENABLED' })
  await signOut()

  expect(await signIn({ username, password })).toMatchObject({
    nextStep: { signInStep: 'CONTINUE_SIGN_IN_WITH_MFA_SELECTION', allowedMFATypes: ['SMS', 'TOTP'] },
  })
  expect(await confirmSignIn({ challengeResponse: 'SMS' })).toMatchObject({
    nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_SMS_CODE', codeDeliveryDetails: { deliveryMedium: 'SMS' } },
  })
  expect(await confirmSignIn({ challengeResponse: await scene.server.inbox.code(phone) })).toEqual(done)
})
