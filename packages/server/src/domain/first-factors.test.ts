import { expect, test } from 'vitest'
import { poolWith, userWith } from '../testing/mail-fixtures.ts'
import { firstFactorsOf } from './first-factors.ts'
import type { PoolSettings } from './pool.ts'
import type { Credentials, Password, UserStatus } from './user.ts'

interface Row {
  readonly rule: string
  readonly allowed?: readonly ('PASSWORD' | 'EMAIL_OTP' | 'SMS_OTP' | 'WEB_AUTHN')[]
  readonly has?: readonly ('email' | 'phone' | 'passkey')[]
  readonly kept?: Password['kind'] | 'nothing'
  readonly status?: UserStatus
  readonly pool?: Partial<PoolSettings>
  readonly mfa?: Credentials['mfa']
  readonly passkeyMfa?: true
  readonly factors: ReturnType<typeof firstFactorsOf>
}

const passwords = ['PASSWORD', 'PASSWORD_SRP'] as const
const everything = ['email', 'phone', 'passkey'] as const
const smsMfa: Partial<PoolSettings> = { MfaConfiguration: 'OPTIONAL', SmsConfiguration: {} }
const strongPasskeys = {
  WebAuthnConfiguration: { FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION' },
} as const

// Rules without another source: "Manage authentication methods in AWS SDKs", authentication-flows-selection-sdk.html [D].
const rows: readonly Row[] = [
  { rule: 'a password is shown as it is or by SRP', factors: passwords },
  {
    rule: 'what the pool allows of what the user has',
    has: everything,
    factors: [...passwords, 'WEB_AUTHN', 'EMAIL_OTP', 'SMS_OTP'],
  },
  { rule: 'nothing the pool does not allow', allowed: ['PASSWORD'], has: everything, factors: passwords },
  { rule: 'nothing the user does not have', has: ['phone'], factors: [...passwords, 'SMS_OTP'] },
  { rule: 'no password where there is none', kept: 'nothing', has: ['email'], factors: ['EMAIL_OTP'] },
  { rule: 'no SRP where no verifier is kept [K]', kept: 'argon2id', factors: ['PASSWORD'] },
  { rule: 'an imported password looks as any other [K]', kept: 'imported', factors: passwords },
  { rule: 'a temporary password first [O]', status: 'FORCE_CHANGE_PASSWORD', has: everything, factors: passwords },
  {
    rule: 'a sign-up is confirmed by a code too (flow methods, passwordless)',
    status: 'UNCONFIRMED',
    has: ['email'],
    factors: [...passwords, 'EMAIL_OTP'],
  },
  {
    rule: 'whoever was imported begins with a code at once (flow methods, passwordless)',
    status: 'RESET_REQUIRED',
    kept: 'nothing',
    has: ['email'],
    factors: ['EMAIL_OTP'],
  },
  {
    rule: 'who belongs to a provider has nothing here [K]',
    status: 'EXTERNAL_PROVIDER',
    kept: 'nothing',
    has: everything,
    factors: [],
  },
  {
    rule: 'MFA required: passwords alone (flow methods, passwordless)',
    has: everything,
    pool: { MfaConfiguration: 'ON' },
    factors: passwords,
  },
  {
    rule: 'MFA turned on by the user: passwords alone',
    has: everything,
    pool: smsMfa,
    mfa: { enabled: ['SMS_MFA'] },
    factors: passwords,
  },
  {
    rule: 'MFA left to the user, and not turned on: everything',
    has: ['email'],
    pool: smsMfa,
    factors: [...passwords, 'EMAIL_OTP'],
  },
  {
    rule: 'a passkey that counts as two factors goes with MFA (API_WebAuthnMfaSettingsType)',
    has: everything,
    pool: { MfaConfiguration: 'ON', Mfa: strongPasskeys },
    passkeyMfa: true,
    factors: [...passwords, 'WEB_AUTHN'],
  },
  {
    rule: 'a passkey that the user did not turn on as two factors does not',
    has: everything,
    pool: { MfaConfiguration: 'ON', Mfa: strongPasskeys },
    factors: passwords,
  },
  {
    rule: 'a passkey that the pool takes for one factor does not, whatever the user turned on',
    has: everything,
    pool: { MfaConfiguration: 'ON' },
    passkeyMfa: true,
    factors: passwords,
  },
]

test.each(rows)('$rule → $factors', (row) => {
  expect(firstFactorsOf({ pool: poolOf(row), user: userOf(row) })).toEqual(row.factors)
})

function poolOf({
  allowed = ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'],
  pool = {},
}: Pick<Row, 'allowed' | 'pool'>) {
  return poolWith({ Policies: { SignInPolicy: { AllowedFirstAuthFactors: allowed } }, ...pool })
}

function userOf({ has = [], kept = 'srp', status = 'CONFIRMED', mfa, passkeyMfa }: Omit<Row, 'rule' | 'factors'>) {
  const user = userWith('ada', {
    ...(has.includes('email') && { email: 'ada@example.com' }),
    ...(has.includes('phone') && { phone_number: '+15555550100' }),
  })
  const password = kept === 'nothing' ? {} : { password: { kind: kept, salt: '0a', secret: 'sealed' } }
  const passkeys = { ...(has.includes('passkey') && { passkeys: 1 }), ...(passkeyMfa && { passkeyMfa }) }
  return { ...user, status, credentials: { formerPasswords: [], ...password, ...passkeys, ...(mfa && { mfa }) } }
}
