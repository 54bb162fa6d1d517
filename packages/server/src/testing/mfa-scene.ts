import { Secret, TOTP } from 'otpauth'
import type {
  ChallengeNameType,
  CreateUserPoolClientRequest,
  CreateUserPoolRequest,
  InitiateAuthResponse,
  SetUserPoolMfaConfigRequest,
} from '@cognate/wire/user-pools.ts'
import type { Parts } from '../flows/open-world.ts'
import { signInScene, tokensOf } from './sign-in-scene.ts'

export const smsMfa = {
  SmsMfaConfiguration: {
    SmsAuthenticationMessage: 'Sign in with {####}',
    SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::111122223333:role/sms' },
  },
} as const
export const softwareTokenMfa = { SoftwareTokenMfaConfiguration: { Enabled: true } } as const
export const emailMfa = { EmailMfaConfiguration: { Subject: 'Signing in', Message: 'Enter {####}' } } as const
export const everyFactor = { ...smsMfa, ...softwareTokenMfa, ...emailMfa } as const

type Config = Omit<SetUserPoolMfaConfigRequest, 'UserPoolId'>

interface Wishes extends Partial<Parts> {
  readonly pool?: Partial<CreateUserPoolRequest>
  readonly client?: Partial<CreateUserPoolClientRequest>
}

/** A pool with second factors, and short words for what people do with them. */
export async function mfaScene(config: Config, { pool, ...parts }: Wishes = {}) {
  const EmailConfiguration = {
    EmailSendingAccount: 'DEVELOPER',
    SourceArn: 'arn:aws:ses:us-east-1:111122223333:identity/example.com',
  } as const
  const it = await signInScene({ EmailConfiguration, AutoVerifiedAttributes: ['email'], ...pool }, parts)
  const { call, UserPoolId, ClientId, clock } = it
  const configure = (next: Config) => call('SetUserPoolMfaConfig', { UserPoolId, ...next })
  await configure(config)

  /** What an authenticator shows, so many steps from now. */
  const shown = (secret: string, steps = 0) =>
    TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: clock.now() + steps * 30_000 })

  /** Registers an authenticator as its user does, and waits for its next code. */
  async function registers(AccessToken: string, FriendlyDeviceName?: string): Promise<string> {
    const { SecretCode = '' } = await call('AssociateSoftwareToken', { AccessToken })
    const named = FriendlyDeviceName === undefined ? {} : { FriendlyDeviceName }
    await call('VerifySoftwareToken', { AccessToken, UserCode: shown(SecretCode), ...named })
    clock.advance(30_000)
    return SecretCode
  }

  const respond = (
    ChallengeName: ChallengeNameType,
    Session: string | undefined,
    answers: Readonly<Record<string, string>>,
  ) => {
    const ChallengeResponses = { USERNAME: 'ada', ...answers }
    const session = Session === undefined ? {} : { Session }
    return call('RespondToAuthChallenge', { ClientId, ChallengeName, ...session, ChallengeResponses })
  }

  const prefer = (
    settings: Readonly<Record<string, { readonly Enabled?: boolean; readonly PreferredMfa?: boolean }>>,
  ) => call('AdminSetUserMFAPreference', { UserPoolId, Username: 'ada', ...settings })

  /** The newest code sent to an address. */
  const codeTo = async (address: string) => (await it.inbox(address))[0]?.code ?? 'none'

  /** Ada, who signs in with an authenticator; the pool must leave MFA to its users. */
  async function adaWithToken(FriendlyDeviceName?: string) {
    const user = await it.newUser('ada')
    const { AccessToken } = tokensOf(await it.byPassword('ada'))
    const secret = await registers(AccessToken, FriendlyDeviceName)
    await prefer({ SoftwareTokenMfaSettings: { Enabled: true } })
    return { user, secret, AccessToken }
  }

  return { ...it, configure, shown, registers, respond, prefer, codeTo, adaWithToken }
}

export type MfaScene = Awaited<ReturnType<typeof mfaScene>>

/** Another code than the right one. */
export const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000')

/** What an answer of the sign-in operations came to. */
export const outcomeOf = ({ ChallengeName, AuthenticationResult }: InitiateAuthResponse) =>
  ChallengeName ?? (AuthenticationResult?.AccessToken ? 'tokens' : 'nothing')
