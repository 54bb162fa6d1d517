import { expect, test } from 'vitest'
import type { MfaFactor } from '../../domain/mfa-factor.ts'
import type { PoolSettings } from '../../domain/pool.ts'
import type { Credentials, User } from '../../domain/user.ts'
import { poolWith, userWith } from '../../testing/mail-fixtures.ts'
import type { Proof } from './attempt.ts'
import { nextChallenge } from './next.ts'

type Has = 'phone' | 'email' | 'token'

interface Row {
  readonly rule: string
  readonly mode?: PoolSettings['MfaConfiguration']
  /** All three, unless said. */
  readonly offered?: readonly MfaFactor[]
  readonly has?: readonly Has[]
  readonly mfa?: Credentials['mfa']
  readonly status?: User['status']
  readonly proofs?: readonly Proof[]
  readonly pool?: Partial<PoolSettings>
  readonly credentials?: Partial<Credentials>
  readonly demands?: readonly MfaFactor[]
  readonly next: ReturnType<typeof nextChallenge>
}

const sms = 'SMS_MFA'
const token = 'SOFTWARE_TOKEN_MFA'
const email = 'EMAIL_OTP'
const everything = ['phone', 'email', 'token'] as const
const now = 1_000
const adminRecovers: Partial<PoolSettings> = {
  AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] },
}
const recoversBy = (Name: 'verified_email' | 'verified_phone_number'): Partial<PoolSettings> => ({
  AccountRecoverySetting: { RecoveryMechanisms: [{ Name, Priority: 1 }] },
})

// Rules without another source: "Adding MFA to a user pool", developer guide, user-pool-settings-mfa.html [D].
const rows: readonly Row[] = [
  { rule: 'nothing proved: the password first', mode: 'ON', proofs: [], next: 'PASSWORD' },
  { rule: 'a code, begun with, is enough (flow methods, passwordless)', proofs: ['EMAIL_OTP'], next: undefined },
  {
    rule: 'a passkey, begun with, is enough (flow methods, passkeys)',
    proofs: ['WEB_AUTHN platform'],
    next: undefined,
  },
  {
    rule: 'who turned MFA on since a code was sent shows a second factor all the same [K]',
    mode: 'OPTIONAL',
    has: ['token'],
    mfa: { enabled: [token] },
    proofs: ['SMS_OTP'],
    next: token,
  },
  { rule: 'a temporary password is exchanged', status: 'FORCE_CHANGE_PASSWORD', next: 'NEW_PASSWORD_REQUIRED' },
  {
    rule: 'a temporary password is exchanged before a second factor is asked for [K]',
    mode: 'ON',
    has: ['phone'],
    status: 'FORCE_CHANGE_PASSWORD',
    next: 'NEW_PASSWORD_REQUIRED',
  },
  {
    rule: 'the exchange is no second factor [K]',
    mode: 'ON',
    has: ['phone'],
    status: 'FORCE_CHANGE_PASSWORD',
    proofs: ['PASSWORD', 'NEW_PASSWORD'],
    next: sms,
  },

  { rule: 'off: tokens, whatever the user has', has: everything, mfa: { enabled: [token] }, next: undefined },

  { rule: 'optional, nothing turned on: tokens', mode: 'OPTIONAL', has: everything, next: undefined },
  { rule: 'optional, one turned on: it', mode: 'OPTIONAL', has: everything, mfa: { enabled: [sms] }, next: sms },
  { rule: 'optional, one turned on: it', mode: 'OPTIONAL', has: everything, mfa: { enabled: [token] }, next: token },
  { rule: 'optional, one turned on: it', mode: 'OPTIONAL', has: everything, mfa: { enabled: [email] }, next: email },
  {
    rule: 'optional, several and a preferred one: that',
    mode: 'OPTIONAL',
    has: everything,
    mfa: { enabled: [sms, token], preferred: token },
    next: token,
  },
  {
    rule: 'optional, several and none preferred: a choice',
    mode: 'OPTIONAL',
    has: everything,
    mfa: { enabled: [sms, token] },
    next: 'SELECT_MFA_TYPE',
  },
  {
    rule: 'optional, turned on and nothing left to show: tokens, and no set-up [K]',
    mode: 'OPTIONAL',
    has: [],
    mfa: { enabled: [sms], preferred: sms },
    next: undefined,
  },
  {
    rule: 'optional, turned on and no address left, but an authenticator: it [K]',
    mode: 'OPTIONAL',
    has: ['token', 'email'],
    mfa: { enabled: [sms], preferred: sms },
    next: token,
  },
  {
    rule: 'a verified authenticator counts when the pool offers no new ones (user-pool-settings-mfa-totp.html)',
    mode: 'OPTIONAL',
    offered: [sms],
    has: ['token'],
    mfa: { enabled: [token] },
    next: token,
  },
  {
    rule: 'a factor that the pool no longer has is not asked for',
    mode: 'OPTIONAL',
    offered: [token],
    has: everything,
    mfa: { enabled: [sms, token] },
    next: token,
  },

  {
    rule: 'required, a preferred one: that',
    mode: 'ON',
    has: everything,
    mfa: { enabled: [sms, token], preferred: sms },
    next: sms,
  },
  { rule: 'required, an authenticator alone: it', mode: 'ON', has: ['token'], next: token },
  {
    rule: 'required, an authenticator and a phone: a choice',
    mode: 'ON',
    has: ['token', 'phone'],
    next: 'SELECT_MFA_TYPE',
  },
  {
    rule: 'required, an authenticator and an e-mail: a choice',
    mode: 'ON',
    has: ['token', 'email'],
    next: 'SELECT_MFA_TYPE',
  },
  {
    rule: 'required, an authenticator, and an address that the pool sends no codes to: the authenticator',
    mode: 'ON',
    offered: [token],
    has: everything,
    next: token,
  },
  { rule: 'required, a phone alone: it', mode: 'ON', has: ['phone'], next: sms },
  {
    rule: 'required, a phone, and no e-mail codes: the phone',
    mode: 'ON',
    offered: [sms],
    has: ['phone', 'email'],
    next: sms,
  },
  { rule: 'required, an e-mail alone: it', mode: 'ON', has: ['email'], next: email },
  {
    rule: 'required, both addresses, neither for recovery: a choice',
    mode: 'ON',
    has: ['phone', 'email'],
    pool: adminRecovers,
    next: 'SELECT_MFA_TYPE',
  },
  {
    rule: 'required, both addresses: not the one that recovers first',
    mode: 'ON',
    has: ['phone', 'email'],
    pool: recoversBy('verified_email'),
    next: sms,
  },
  {
    rule: 'required, both addresses: not the one that recovers first',
    mode: 'ON',
    has: ['phone', 'email'],
    pool: recoversBy('verified_phone_number'),
    next: email,
  },
  { rule: 'required, nothing: set-up', mode: 'ON', has: [], next: 'MFA_SETUP' },
  {
    rule: 'required, nothing the pool could use: set-up',
    mode: 'ON',
    offered: [token],
    has: ['phone', 'email'],
    next: 'MFA_SETUP',
  },

  {
    rule: 'a second factor was shown: tokens',
    mode: 'ON',
    has: everything,
    proofs: ['PASSWORD', 'MFA SMS_MFA'],
    next: undefined,
  },
  {
    rule: 'a choice was made: what was chosen (API_RespondToAuthChallenge, SELECT_MFA_TYPE)',
    mode: 'ON',
    has: ['token', 'phone'],
    proofs: ['PASSWORD', 'CHOSE SMS_MFA'],
    next: sms,
  },
  {
    rule: 'what was chosen and is gone since is chosen anew',
    mode: 'ON',
    has: ['token', 'email'],
    proofs: ['PASSWORD', 'CHOSE SMS_MFA'],
    next: 'SELECT_MFA_TYPE',
  },

  {
    rule: 'required, straight after the sign-up: tokens, its code was a second factor',
    mode: 'ON',
    has: ['email'],
    credentials: { confirmationCountsUntil: now + 1 },
    next: undefined,
  },
  {
    rule: 'required, long after the sign-up: a second factor [K]',
    mode: 'ON',
    has: ['email'],
    credentials: { confirmationCountsUntil: now },
    next: email,
  },
  {
    rule: 'required, straight after the sign-up, but an authenticator is set up: it',
    mode: 'ON',
    has: ['token'],
    credentials: { confirmationCountsUntil: now + 1 },
    next: token,
  },

  // API_AccountTakeoverActionType, MFA_IF_CONFIGURED and MFA_REQUIRED [D].
  { rule: 'a risk asks for what is not turned on', mode: 'OPTIONAL', has: ['phone'], demands: [sms], next: sms },
  { rule: 'a risk lets choose', mode: 'OPTIONAL', has: everything, demands: [sms, token], next: 'SELECT_MFA_TYPE' },
  {
    rule: 'what was chosen under a risk is asked for',
    mode: 'OPTIONAL',
    has: everything,
    demands: [sms, token],
    proofs: ['PASSWORD', `CHOSE ${token}`],
    next: token,
  },
  {
    rule: 'an address that came after a risk was judged is not asked [K]',
    mode: 'OPTIONAL',
    has: everything,
    demands: [token],
    next: token,
  },
  {
    rule: 'a second factor is shown once, risk or not',
    mode: 'OPTIONAL',
    has: ['phone'],
    demands: [sms],
    proofs: ['PASSWORD', `MFA ${sms}`],
    next: undefined,
  },
  {
    rule: 'under a risk the confirmation of a sign-up is no second factor [K]',
    mode: 'ON',
    has: ['phone'],
    credentials: { confirmationCountsUntil: now + 1 },
    demands: [sms],
    next: sms,
  },
]

test.each(rows)('$rule ($mode, $offered, $has, $mfa) → $next', (row) => {
  const { proofs = ['PASSWORD'], demands, next } = row
  expect(nextChallenge({ proofs, pool: poolOf(row), user: userOf(row), now, demands })).toBe(next)
})

function poolOf({ mode = 'OFF', offered = [sms, token, email], pool = {} }: Row) {
  return poolWith({
    MfaConfiguration: mode,
    ...(offered.includes(sms) && { SmsConfiguration: {} }),
    Mfa: {
      SoftwareTokenMfaConfiguration: { Enabled: offered.includes(token) },
      ...(offered.includes(email) && { EmailMfaConfiguration: {} }),
    },
    ...pool,
  })
}

function userOf({ has = [], mfa, status = 'CONFIRMED', credentials = {} }: Row): User {
  const user = userWith('ada', {
    ...(has.includes('phone') && { phone_number: '+15555550100' }),
    ...(has.includes('email') && { email: 'ada@example.com' }),
  })
  return {
    ...user,
    status,
    credentials: {
      formerPasswords: [],
      ...(has.includes('token') && { softwareToken: { secret: 'sealed' } }),
      ...(mfa && { mfa }),
      ...credentials,
    },
  }
}
