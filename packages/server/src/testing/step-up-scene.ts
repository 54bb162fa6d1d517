import type { AuthFactorType, InitiateAuthResponse } from '@cognate/wire/user-pools.ts'
import { decodeJwt } from 'jose'
import { goodPassword } from './good-password.ts'
import { everyFactor, mfaScene } from './mfa-scene.ts'
import { tokensOf } from './sign-in-scene.ts'

type Config = Parameters<typeof mfaScene>[0]
type Wishes = NonNullable<Parameters<typeof mfaScene>[1]>
type AuthParameters = Readonly<Record<string, string>>

const anyFactor: readonly AuthFactorType[] = ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP']

export const level = (number: number) => `urn:cognito:loa:${number}`

/** Ada, whom a pool lets sign in more strongly than she must, and short words for that. */
export async function stepUpScene(config: Partial<Config> = {}, wishes: Wishes = {}) {
  const mode = config.MfaConfiguration ?? 'OPTIONAL'
  const AllowedFirstAuthFactors = mode === 'ON' ? (['PASSWORD'] as const) : anyFactor
  const it = await mfaScene(
    { ...everyFactor, MfaConfiguration: mode, ...config },
    {
      ...wishes,
      pool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors } }, ...wishes.pool },
      client: {
        ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
        PreventUserExistenceErrors: 'ENABLED',
        ...wishes.client,
      },
    },
  )
  const attributes = { email: 'ada@example.com', phone_number: '+15555550123' }
  await it.newUser('ada', { attributes })

  /** A sign-in by choice; with a token, on from what that shows. */
  const aimAt = (TARGET_ACR_VALUES: string, more: AuthParameters = {}, USERNAME = 'ada') =>
    it.call('InitiateAuth', {
      ClientId: it.ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME, TARGET_ACR_VALUES, ...more },
    })

  const withPassword = { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: goodPassword }

  /** Gives Ada an authenticator, and the token that she is signed in with. */
  async function withToken() {
    const { AccessToken } = tokensOf(await it.byPassword('ada'))
    return { ACCESS_TOKEN: AccessToken, secret: await it.registers(AccessToken) }
  }

  return { ...it, aimAt, withToken, withPassword, email: attributes.email, phone: attributes.phone_number }
}

/** What the tokens of a sign-in say of how it was made. */
export function strengthIn(answer: Pick<InitiateAuthResponse, 'AuthenticationResult'>) {
  const { AccessToken, IdToken } = tokensOf(answer)
  const [access, id] = [AccessToken, IdToken].map((token) => {
    const { acr, amr } = decodeJwt(token)
    return { acr, amr }
  })
  return { access, id }
}

/** The same, as both tokens say it. */
export function shownBy(acr: string, ...amr: readonly string[]) {
  return { access: { acr, amr }, id: { acr, amr } }
}
