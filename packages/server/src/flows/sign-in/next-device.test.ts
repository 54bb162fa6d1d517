import { expect, test } from 'vitest'
import type { PoolSettings } from '../../domain/pool.ts'
import type { User } from '../../domain/user.ts'
import { poolWith, userWith } from '../../testing/mail-fixtures.ts'
import type { Proof } from './attempt.ts'
import { nextChallenge } from './next.ts'

interface Row {
  readonly rule: string
  readonly device?: 'remembered' | 'not remembered'
  readonly trusted?: true
  readonly mode?: PoolSettings['MfaConfiguration']
  readonly hasToken?: true
  readonly status?: User['status']
  readonly proofs?: readonly Proof[]
  readonly next: ReturnType<typeof nextChallenge>
}

const token = 'SOFTWARE_TOKEN_MFA'
const proof = 'DEVICE_SRP_AUTH'
const proved = 'DEVICE own'

// Rules without another source: "Working with user devices in your user pool", developer guide,
// amazon-cognito-user-pools-device-tracking.html, and DeviceConfigurationType in the API reference [D].
const rows: readonly Row[] = [
  { rule: 'no device: a second factor', trusted: true, mode: 'ON', hasToken: true, next: token },
  {
    rule: 'a device that is not remembered stands in for nothing',
    device: 'not remembered',
    trusted: true,
    mode: 'ON',
    hasToken: true,
    next: token,
  },
  { rule: 'a device that is not remembered proves nothing', device: 'not remembered', trusted: true, next: undefined },
  {
    rule: 'a device never comes before the first factor',
    device: 'remembered',
    trusted: true,
    proofs: [],
    next: 'PASSWORD',
  },
  {
    rule: 'nor before the exchange of a temporary password [K]',
    device: 'remembered',
    trusted: true,
    status: 'FORCE_CHANGE_PASSWORD',
    next: 'NEW_PASSWORD_REQUIRED',
  },
  {
    rule: 'trusted: the proof of the device instead of a second factor',
    device: 'remembered',
    trusted: true,
    mode: 'ON',
    hasToken: true,
    next: proof,
  },
  {
    rule: 'trusted and proved: tokens',
    device: 'remembered',
    trusted: true,
    mode: 'ON',
    hasToken: true,
    proofs: ['PASSWORD', proved],
    next: undefined,
  },
  {
    rule: 'proved, but not remembered any more: a second factor',
    device: 'not remembered',
    trusted: true,
    mode: 'ON',
    hasToken: true,
    proofs: ['PASSWORD', proved],
    next: token,
  },
  {
    rule: 'proved, but not there any more: a second factor',
    trusted: true,
    mode: 'ON',
    hasToken: true,
    proofs: ['PASSWORD', proved],
    next: token,
  },
  {
    rule: 'trusted: setting up a second factor is not left out [K]',
    device: 'remembered',
    trusted: true,
    mode: 'ON',
    next: 'MFA_SETUP',
  },
  {
    rule: 'trusted: the device comes after the set-up [K]',
    device: 'remembered',
    trusted: true,
    mode: 'ON',
    hasToken: true,
    proofs: ['PASSWORD', `MFA ${token}`],
    next: proof,
  },
  { rule: 'not trusted: a second factor first', device: 'remembered', mode: 'ON', hasToken: true, next: token },
  {
    rule: 'not trusted: then the proof of the device (amazon-cognito-identity-js, sendMFACode [C])',
    device: 'remembered',
    mode: 'ON',
    hasToken: true,
    proofs: ['PASSWORD', `MFA ${token}`],
    next: proof,
  },
  {
    rule: 'not trusted, both shown: tokens',
    device: 'remembered',
    mode: 'ON',
    hasToken: true,
    proofs: ['PASSWORD', `MFA ${token}`, proved],
    next: undefined,
  },
  {
    rule: 'not trusted: the proof of the device is no second factor',
    device: 'remembered',
    mode: 'ON',
    hasToken: true,
    proofs: ['PASSWORD', proved],
    next: token,
  },
  {
    rule: 'trusted, but another device was proved: the proof of this one',
    device: 'remembered',
    trusted: true,
    mode: 'ON',
    hasToken: true,
    proofs: ['PASSWORD', 'DEVICE other'],
    next: proof,
  },
  { rule: 'no second factor at all: the proof of the device [K]', device: 'remembered', next: proof },
  {
    rule: 'after a code as first factor: the proof of the device',
    device: 'remembered',
    proofs: ['EMAIL_OTP'],
    next: proof,
  },
]

test.each(rows)('$rule ($device, $mode, $proofs) → $next', (row) => {
  const { device, trusted = false, mode = 'OFF', proofs = ['PASSWORD'], hasToken, status = 'CONFIRMED', next } = row
  const pool = poolWith({
    MfaConfiguration: mode,
    Mfa: { SoftwareTokenMfaConfiguration: { Enabled: true } },
    DeviceConfiguration: { ChallengeRequiredOnNewDevice: trusted },
  })
  const credentials = { formerPasswords: [], ...(hasToken && { softwareToken: { secret: 'sealed' } }) }
  const user: User = { ...userWith('ada', {}), status, credentials }
  const presented = device && { key: 'own', remembered: device === 'remembered' }
  expect(nextChallenge({ proofs, pool, user, now: 1_000, device: presented })).toBe(next)
})
