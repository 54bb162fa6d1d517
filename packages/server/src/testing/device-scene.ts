import type {
  AuthenticationResultType,
  ChallengeNameType,
  CreateUserPoolRequest,
  DeviceConfigurationType,
  InitiateAuthResponse,
} from '@cognate/wire/user-pools.ts'
import type { Parts } from '../flows/open-world.ts'
import { goodPassword } from './good-password.ts'
import { mfaScene, softwareTokenMfa } from './mfa-scene.ts'
import { tokensOf } from './sign-in-scene.ts'
import { srpClient } from './srp-client.ts'

/** What a client keeps of the device it runs on. */
export interface KeptDevice {
  readonly key: string
  readonly groupKey: string
  readonly secret: string
}

interface Wishes extends Partial<Parts> {
  readonly pool?: Partial<CreateUserPoolRequest>
}

export const always = { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false } as const
export const whenAsked = { ...always, DeviceOnlyRememberedOnUserPrompt: true } as const

/** A pool that tracks devices and leaves MFA to its users, and short words for what clients do with devices. */
export async function deviceScene(tracking: DeviceConfigurationType | 'off' = always, { pool, ...parts }: Wishes = {}) {
  const DeviceConfiguration = tracking === 'off' ? undefined : tracking
  const config = { MfaConfiguration: 'OPTIONAL', ...softwareTokenMfa } as const
  const it = await mfaScene(config, { ...parts, pool: { ...pool, DeviceConfiguration } })
  const { call, ClientId, UserPoolId, clock, world } = it

  /** What a client makes up for a device that it was given a key for. */
  async function verifierOf({ key, groupKey, secret }: KeptDevice) {
    const salt = world.random.bytes(16)
    const made = { poolName: groupKey, username: key, password: secret, salt: salt.toString('hex') }
    const verifier = await world.srp.newPassword(made)
    return { Salt: salt.toString('base64'), PasswordVerifier: verifier.toString('base64') }
  }

  /** Confirms the device that came with the tokens. */
  async function confirms({ AuthenticationResult = {} }: InitiateAuthResponse, DeviceName?: string) {
    const device = deviceIn(AuthenticationResult)
    const { AccessToken } = tokensOf({ AuthenticationResult })
    const named = DeviceName === undefined ? {} : { DeviceName }
    const DeviceSecretVerifierConfig = await verifierOf(device)
    const given = { AccessToken, DeviceKey: device.key, DeviceSecretVerifierConfig, ...named }
    return { device, AccessToken, answer: await call('ConfirmDevice', given) }
  }

  const byPasswordOn = (DEVICE_KEY: string, USERNAME = 'ada', PASSWORD = goodPassword) =>
    call('InitiateAuth', {
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD, DEVICE_KEY },
    })

  const answers = (
    ChallengeName: ChallengeNameType,
    Session: string | undefined,
    ChallengeResponses: Readonly<Record<string, string>>,
  ) =>
    call('RespondToAuthChallenge', {
      ClientId,
      ChallengeName,
      ...(Session === undefined ? {} : { Session }),
      ChallengeResponses: { USERNAME: 'ada', ...ChallengeResponses },
    })

  /** The client's side of DEVICE_SRP_AUTH, up to what proves the device. */
  async function beginsProof(
    { Session }: InitiateAuthResponse,
    { key, groupKey, secret }: KeptDevice,
  ): Promise<Readonly<Record<string, string>>> {
    const client = srpClient(groupKey)
    const { ChallengeParameters = {} } = await answers('DEVICE_SRP_AUTH', Session, {
      DEVICE_KEY: key,
      SRP_A: client.SRP_A,
    })
    const parameters = { ...ChallengeParameters, USER_ID_FOR_SRP: key }
    return { ...client.answer(parameters, secret, clock.now()), USERNAME: 'ada', DEVICE_KEY: key }
  }

  const proves = async (question: InitiateAuthResponse, device: KeptDevice) =>
    answers('DEVICE_PASSWORD_VERIFIER', undefined, await beginsProof(question, device))

  return { ...it, UserPoolId, verifierOf, confirms, byPasswordOn, answers, beginsProof, proves }
}

export type DeviceScene = Awaited<ReturnType<typeof deviceScene>>

function deviceIn({ NewDeviceMetadata = {} }: AuthenticationResultType): KeptDevice {
  const { DeviceKey: key = '', DeviceGroupKey: groupKey = '' } = NewDeviceMetadata
  return { key, groupKey, secret: `secret of ${key}` }
}
