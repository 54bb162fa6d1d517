import {
  AdminForgetDeviceCommand,
  AdminGetDeviceCommand,
  AdminListDevicesCommand,
  AdminUpdateDeviceStatusCommand,
  SetUserPoolMfaConfigCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { Amplify } from 'aws-amplify'
import {
  confirmSignIn,
  confirmSignUp,
  fetchAuthSession,
  fetchDevices,
  forgetDevice,
  rememberDevice,
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
const username = 'ada@example.com'
const done = { isSignedIn: true, nextStep: { signInStep: 'DONE' } }
const asked = { isSignedIn: false, nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_TOTP_CODE' } }

const scenes = onBothStores(() => Promise.resolve({}))

// It warns of every endpoint that is not AWS's.
ConsoleLogger.LOG_LEVEL = 'ERROR'

afterEach(() => signOut())

/** Amplify on a pool with authenticators that remembers devices when users say so, and an administrator of it. */
async function configure(endpoint: string) {
  const DeviceConfiguration = { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true }
  const { poolId, clientId } = await newPool(endpoint, { pool: { DeviceConfiguration } })
  const cognito = sdkClient(endpoint)
  const SoftwareTokenMfaConfiguration = { Enabled: true }
  const config = { UserPoolId: poolId, MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration } as const
  await cognito.send(new SetUserPoolMfaConfigCommand(config))
  Amplify.configure({
    Auth: { Cognito: { userPoolId: poolId, userPoolClientId: clientId, userPoolEndpoint: endpoint } },
  })
  return { cognito, ada: { UserPoolId: poolId, Username: username } }
}

test.each(scenes)(
  'Amplify remembers a device, signs in with it alone, and forgets it, on $store',
  async ({ server }) => {
    const { cognito, ada } = await configure(server.endpoint)
    await signUp({ username, password, options: { userAttributes: { email: username } } })
    await confirmSignUp({ username, confirmationCode: await server.inbox.code(username) })
    expect(await signIn({ username, password })).toEqual(done)
    expect(await fetchDevices()).toEqual([])
    await rememberDevice()
    const [device] = await fetchDevices()
    expect(device).toMatchObject({ id: expect.stringMatching(/^us-east-1_/), attributes: { device_status: 'valid' } })
    const { sharedSecret } = await setUpTOTP()
    await verifyTOTPSetup({ code: authenticatorCode(sharedSecret) })
    await updateMFAPreference({ totp: 'PREFERRED' })
    await signOut()

    expect(await signIn({ username, password })).toEqual(done)
    expect(await deviceKey()).toBe(device?.id)
    await fetchAuthSession({ forceRefresh: true })
    expect(await deviceKey()).toBe(device?.id)

    const named = { ...ada, DeviceKey: device?.id }
    const { Device } = await cognito.send(new AdminGetDeviceCommand(named))
    expect(Device).toMatchObject({ DeviceKey: device?.id, DeviceCreateDate: expect.any(Date) })
    expect((await cognito.send(new AdminListDevicesCommand(ada))).Devices).toEqual([Device])
    await cognito.send(new AdminUpdateDeviceStatusCommand({ ...named, DeviceRememberedStatus: 'not_remembered' }))
    expect(await fetchDevices()).toEqual([])
    await signOut()

    expect(await signIn({ username, password })).toMatchObject(asked)
    await confirmSignIn({ challengeResponse: authenticatorCode(sharedSecret, 1) })
    expect(await deviceKey()).toBe(device?.id)
    await rememberDevice()
    await signOut()

    // Amplify still has the key: it drops it when it hears that there is no such device, and begins again.
    await cognito.send(new AdminForgetDeviceCommand(named))
    expect(await signIn({ username, password })).toMatchObject(asked)
  },
)

test.each(scenes)('Amplify forgets the device that it runs on and goes on, on $store', async ({ server }) => {
  await configure(server.endpoint)
  await signUp({ username, password, options: { userAttributes: { email: username } } })
  await confirmSignUp({ username, confirmationCode: await server.inbox.code(username) })
  await signIn({ username, password })
  await rememberDevice()
  await forgetDevice()
  expect(await fetchDevices()).toEqual([])
  await signOut()
  expect(await signIn({ username, password })).toEqual(done)
})

async function deviceKey(): Promise<unknown> {
  return (await fetchAuthSession()).tokens?.accessToken.payload['device_key']
}
