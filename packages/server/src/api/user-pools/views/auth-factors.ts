import type { AuthFactorType, GetUserAuthFactorsResponse } from '@cognate/wire/user-pools.ts'
import type { Pool } from '../../../domain/pool.ts'
import type { User } from '../../../domain/user.ts'
import { mfaView } from './mfa.ts'

/** What a user can sign in with, first factors as far as the pool allows them, and their second factors. */
export function authFactorsView(pool: Pool, user: User): GetUserAuthFactorsResponse {
  const { PreferredMfaSetting, UserMFASettingList } = mfaView(user)
  const ConfiguredUserAuthFactors = configuredFactors(pool, user)
  return { Username: user.username, PreferredMfaSetting, UserMFASettingList, ConfiguredUserAuthFactors }
}

function configuredFactors(pool: Pool, { attributes, credentials }: User): readonly AuthFactorType[] {
  const allowed = pool.settings.Policies?.SignInPolicy?.AllowedFirstAuthFactors ?? ['PASSWORD']
  const has: Readonly<Partial<Record<AuthFactorType, boolean>>> = {
    PASSWORD: credentials.password !== undefined,
    EMAIL_OTP: attributes['email_verified'] === 'true',
    SMS_OTP: attributes['phone_number_verified'] === 'true',
    WEB_AUTHN: credentials.passkeys !== undefined,
  }
  const first = (['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'] as const).filter(
    (factor) => has[factor] && allowed.includes(factor),
  )
  return credentials.softwareToken ? [...first, 'SOFTWARE_TOKEN'] : first
}
