import type { AuthenticationResultType, ChallengeNameType, InitiateAuthResponse } from '@cognate/wire/user-pools.ts'
import { goodPassword } from './good-password.ts'
import { type SignInScene, tokensOf } from './sign-in-scene.ts'
import { srpClient } from './srp-client.ts'

/** What a client keeps of the device it runs on. */
export interface KeptDevice {
  readonly key: string
  readonly groupKey: string
  readonly secret: string
}

/** Short words for what clients do with devices, as Ada unless said. */
export function devicesOf({
  call,
  ClientId,
  clock,
  world,
}: Pick<SignInScene, 'call' | 'ClientId' | 'clock' | 'world'>) {
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

  return { verifierOf, confirms, byPasswordOn, answers, beginsProof, proves }
}

function deviceIn({ NewDeviceMetadata = {} }: AuthenticationResultType): KeptDevice {
  const { DeviceKey: key = '', DeviceGroupKey: groupKey = '' } = NewDeviceMetadata
  return { key, groupKey, secret: `secret of ${key}` }
}
