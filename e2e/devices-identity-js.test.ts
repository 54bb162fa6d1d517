import { SetUserPoolMfaConfigCommand } from '@aws-sdk/client-cognito-identity-provider'
import { AuthenticationDetails, CognitoUser, CognitoUserAttribute, CognitoUserPool } from 'amazon-cognito-identity-js'
import type { CognitoUserSession, ICognitoStorage } from 'amazon-cognito-identity-js'
import { expect, test } from 'vitest'
import { authenticatorCode } from './authenticator.ts'
import { newPool } from './new-pool.ts'
import { onBothStores } from './on-both-stores.ts'
import { sdkClient } from './sdk-client.ts'

const password = 'Correct-Horse-1'
const Username = 'ada@example.com'

const scenes = onBothStores(async ({ endpoint }) => {
  const DeviceConfiguration = { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true }
  const { poolId, clientId } = await newPool(endpoint, { pool: { DeviceConfiguration } })
  await sdkClient(endpoint).send(
    new SetUserPoolMfaConfigCommand({
      UserPoolId: poolId,
      MfaConfiguration: 'OPTIONAL',
      SoftwareTokenMfaConfiguration: { Enabled: true },
    }),
  )
  return { pool: new CognitoUserPool({ UserPoolId: poolId, ClientId: clientId, endpoint }) }
})
type Met = (typeof scenes)[number]

interface DeviceSeen {
  readonly DeviceKey: string
  readonly DeviceAttributes: readonly { readonly Name: string; readonly Value: string }[]
}

test.each(scenes)(
  'a device is confirmed, remembered, stands in for the authenticator, is listed and forgotten, on $store',
  async (scene) => {
    await signUp(scene)
    const phone = memoryStorage()
    const first = userOn(phone, scene)
    expect(await signIn(first)).toMatchObject({ came: 'in', mustAsk: true })
    expect(await devicesOf(first)).toEqual([])
    expect(await outcome((callbacks) => first.setDeviceStatusRemembered(callbacks))).toBe('SUCCESS')
    const [seen] = await devicesOf(first)
    expect(seen?.DeviceKey).toMatch(/^us-east-1_[0-9a-f-]{36}$/)
    expect(seen?.DeviceAttributes).toContainEqual({ Name: 'last_ip_used', Value: '127.0.0.1' })
    await prefersAuthenticator(first)

    const again = userOn(phone, scene)
    const { came, session } = await signIn(again)
    expect(came).toBe('in')
    expect(session?.getAccessToken().payload['device_key']).toBe(seen?.DeviceKey)
    const refreshed = await called<CognitoUserSession>((done) => {
      const token = session?.getRefreshToken()
      if (token) again.refreshSession(token, done)
    })
    expect(refreshed.getAccessToken().payload['device_key']).toBe(seen?.DeviceKey)

    const tablet = memoryStorage()
    expect(await signIn(userOn(tablet, scene))).toEqual({ came: 'SOFTWARE_TOKEN_MFA' })

    const left = copyOf(phone)
    expect(await outcome((callbacks) => again.forgetDevice(callbacks))).toBe('SUCCESS')
    expect(await devicesOf(again)).toEqual([])
    // The copy still has the key: the library drops it when it hears that there is no such device, and answers again.
    expect(await signIn(userOn(left, scene))).toEqual({ came: 'SOFTWARE_TOKEN_MFA' })
  },
)

interface Outcome {
  readonly came: 'in' | 'SOFTWARE_TOKEN_MFA'
  readonly session?: CognitoUserSession
  /** Whether the user has to be asked if the device shall be remembered. */
  readonly mustAsk?: boolean
}

function signIn(user: CognitoUser): Promise<Outcome> {
  const details = new AuthenticationDetails({ Username, Password: password })
  return outcome<Outcome>(({ onSuccess, onFailure }) =>
    user.authenticateUser(details, {
      onSuccess: (session, mustAsk) =>
        onSuccess({ came: 'in', session, ...(mustAsk === undefined ? {} : { mustAsk }) }),
      onFailure,
      totpRequired: () => onSuccess({ came: 'SOFTWARE_TOKEN_MFA' }),
    }),
  )
}

async function devicesOf(user: CognitoUser): Promise<readonly DeviceSeen[]> {
  const listed = await outcome<{ readonly Devices: readonly DeviceSeen[] }>((callbacks) =>
    user.listDevices(60, null, callbacks),
  )
  return listed.Devices
}

async function prefersAuthenticator(user: CognitoUser): Promise<void> {
  const key = await outcome<string>(({ onSuccess, onFailure }) =>
    user.associateSoftwareToken({ associateSecretCode: onSuccess, onFailure }),
  )
  await outcome((callbacks) => user.verifySoftwareToken(authenticatorCode(key), 'app', callbacks))
  const preferred = { Enabled: true, PreferredMfa: true }
  await called((done) => user.setUserMfaPreference(null, preferred, done))
}

async function signUp(scene: Met): Promise<void> {
  const email = new CognitoUserAttribute({ Name: 'email', Value: Username })
  await called((done) => scene.pool.signUp(Username, password, [email], [], done))
  const code = await scene.server.inbox.code(Username)
  await called((done) => userOn(memoryStorage(), scene).confirmRegistration(code, false, done))
}

const userOn = (Storage: ICognitoStorage, { pool }: Pick<Met, 'pool'>) =>
  new CognitoUser({ Username, Pool: pool, Storage })

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

type Kept = ICognitoStorage & { readonly kept: ReadonlyMap<string, string> }

function memoryStorage(from: ReadonlyMap<string, string> = new Map()): Kept {
  const kept = new Map(from)
  return {
    kept,
    setItem: (key, value) => void kept.set(key, value),
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  }
}

/** What an app finds that was restored from an older state. */
const copyOf = ({ kept }: Kept) => memoryStorage(kept)
