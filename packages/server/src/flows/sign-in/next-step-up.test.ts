import { expect, test } from 'vitest'
import type { AcrLevel } from '../../domain/acr-level.ts'
import type { PoolSettings } from '../../domain/pool.ts'
import type { Credentials, User } from '../../domain/user.ts'
import { poolWith, userWith } from '../../testing/mail-fixtures.ts'
import type { Proof } from './attempt.ts'
import { nextChallenge } from './next.ts'

type Has = 'phone' | 'email' | 'token'

interface Row {
  readonly rule: string
  readonly aim: AcrLevel
  readonly mode?: PoolSettings['MfaConfiguration']
  readonly has?: readonly Has[]
  readonly mfa?: Credentials['mfa']
  readonly proofs?: readonly Proof[]
  readonly next: ReturnType<typeof nextChallenge>
}

const sms = 'SMS_MFA'
const token = 'SOFTWARE_TOKEN_MFA'
const everything = ['phone', 'email', 'token'] as const

const rows: readonly Row[] = [
  // "Step-up authentication with the USER_AUTH flow", authentication-flows-selection-sdk.html [D].
  { rule: 'a level that is reached: tokens', aim: 1, next: undefined },
  { rule: 'a level that an authenticator reaches: it', mode: 'OPTIONAL', has: ['token'], aim: 4, next: token },
  {
    rule: 'a level that several factors reach: a choice',
    mode: 'OPTIONAL',
    has: everything,
    mfa: { enabled: [sms] },
    aim: 3,
    next: 'SELECT_MFA_TYPE',
  },
  {
    rule: 'a level above what is preferred: what leads there',
    mode: 'ON',
    has: everything,
    mfa: { enabled: [sms, token], preferred: sms },
    aim: 4,
    next: token,
  },
  {
    rule: 'a level below what MFA asks for: what MFA asks for',
    mode: 'ON',
    has: ['phone'],
    aim: 1,
    next: sms,
  },
  {
    rule: 'a level that one second factor did not reach: another',
    mode: 'ON',
    has: ['phone', 'token'],
    proofs: ['PASSWORD', 'MFA SMS_MFA'],
    aim: 4,
    next: token,
  },
  { rule: 'a level after a code alone: another first factor', proofs: ['EMAIL_OTP'], aim: 3, next: 'SELECT_CHALLENGE' },
  { rule: 'a level out of reach: no way but the choice, which refuses', aim: 4, next: 'SELECT_CHALLENGE' },
  { rule: 'a passkey reaches the third', proofs: ['WEB_AUTHN platform'], aim: 3, next: undefined },
]

test.each(rows)('$rule ($mode, $has, $mfa, $proofs) → $next', (row) => {
  const { aim, proofs = ['PASSWORD'], next } = row
  expect(nextChallenge({ aim, proofs, pool: poolOf(row), user: userOf(row), now: 1_000 })).toBe(next)
})

function poolOf({ mode = 'OFF' }: Row) {
  return poolWith({
    MfaConfiguration: mode,
    SmsConfiguration: {},
    Mfa: { SoftwareTokenMfaConfiguration: { Enabled: true }, EmailMfaConfiguration: {} },
  })
}

function userOf({ has = [], mfa }: Row): User {
  const user = userWith('ada', {
    ...(has.includes('phone') && { phone_number: '+15555550100' }),
    ...(has.includes('email') && { email: 'ada@example.com' }),
  })
  const softwareToken = has.includes('token') ? { softwareToken: { secret: 'sealed' } } : {}
  return { ...user, credentials: { formerPasswords: [], ...softwareToken, ...(mfa && { mfa }) } }
}
