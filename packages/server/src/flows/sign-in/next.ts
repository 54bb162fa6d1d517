import type { ChallengeNameType } from '@cognate/wire/user-pools.ts'
import type { AcrLevel } from '../../domain/acr-level.ts'
import { confirmationCounts } from '../../domain/confirmation-counts.ts'
import { trustsDevices } from '../../domain/device-tracking.ts'
import type { Device } from '../../domain/device.ts'
import { passkeyIsTwoFactors } from '../../domain/first-factors.ts'
import { mfaChoices } from '../../domain/mfa-choices.ts'
import type { MfaFactor } from '../../domain/mfa-factor.ts'
import type { Pool } from '../../domain/pool.ts'
import { stepUpFactors } from '../../domain/step-up-factors.ts'
import type { User } from '../../domain/user.ts'
import type { Proof } from './attempt.ts'
import { methodsShown } from './methods-shown.ts'
import { reaches, secondFactorsTowards } from './towards-level.ts'

/** What the decision rests on; `now` in milliseconds since 1970. */
export interface Standing {
  readonly proofs: readonly Proof[]
  /** The level that the sign-in must reach, whatever else is enough. */
  readonly aim?: AcrLevel | undefined
  readonly pool: Pool
  readonly user: User
  readonly now: number
  /** Confirmed by the user; the sign-in says it comes from it. */
  readonly device?: Pick<Device, 'key' | 'remembered'> | undefined
  /** The second factors of which a risk asks for one. */
  readonly demands?: readonly MfaFactor[] | undefined
}

/** The one place that decides what a sign-in still lacks. Undefined: nothing, let them in. */
export function nextChallenge(standing: Standing): ChallengeNameType | undefined {
  const { proofs, user } = standing
  if (proofs.includes('CUSTOM')) return deviceChallenge(standing)
  if (!hasFirstFactor(proofs)) return 'PASSWORD'
  if (user.status === 'FORCE_CHANGE_PASSWORD' && !proofs.includes('NEW_PASSWORD')) return 'NEW_PASSWORD_REQUIRED'
  const mfa = mfaChallenge(standing)
  if (mfa && !isReplaced(mfa, standing)) return mfa
  return stepUpChallenge(standing) ?? deviceChallenge(standing)
}

/** A remembered device that proves itself stands in for a second factor, but not for setting one up, nor where a risk asks. */
function isReplaced(mfa: ChallengeNameType, { pool, device, demands }: Standing): boolean {
  return !demands && device?.remembered === true && trustsDevices(pool.settings) && mfa !== 'MFA_SETUP'
}

/** Nothing stands in for the proof of a remembered device. */
function deviceChallenge({ proofs, device }: Standing): ChallengeNameType | undefined {
  return device?.remembered && !proofs.includes(`DEVICE ${device.key}`) ? 'DEVICE_SRP_AUTH' : undefined
}

function mfaChallenge(standing: Standing): ChallengeNameType | undefined {
  const { proofs, pool, user, now, demands } = standing
  if (showsTwoFactors(standing) || (!demands && confirmationCounts(pool, user, now))) return undefined
  const choices = demandedFactors(standing)
  return oneOf(choices, proofs) ?? (pool.settings.MfaConfiguration === 'ON' ? 'MFA_SETUP' : undefined)
}

function demandedFactors(standing: Standing): readonly MfaFactor[] {
  const { pool, user, demands } = standing
  if (demands) return demands
  return mfaChoices(pool, user).length > 0 ? secondFactors(standing) : []
}

/** What is missing to the level that is aimed at: a second factor, or else another first one. */
function stepUpChallenge(standing: Standing): ChallengeNameType | undefined {
  const { aim, proofs } = standing
  if (aim === undefined || reaches(aim, methodsShown(proofs))) return undefined
  return oneOf(towardsAim(standing), proofs) ?? 'SELECT_CHALLENGE'
}

/** The second factors of which one must be shown: those that lead to the level aimed at, before those that MFA asks for. */
export function secondFactors(standing: Pick<Standing, 'aim' | 'proofs' | 'pool' | 'user'>): readonly MfaFactor[] {
  const leading = towardsAim(standing)
  return leading.length > 0 ? leading : mfaChoices(standing.pool, standing.user)
}

function towardsAim({ aim, proofs, pool, user }: Pick<Standing, 'aim' | 'proofs' | 'pool' | 'user'>) {
  const shown = methodsShown(proofs)
  if (aim === undefined || reaches(aim, shown)) return []
  return secondFactorsTowards(aim, shown, stepUpFactors(pool, user))
}

function oneOf(choices: readonly MfaFactor[], proofs: readonly Proof[]): ChallengeNameType | undefined {
  const chosen = choices.find((factor) => proofs.includes(`CHOSE ${factor}`))
  return chosen ?? (choices.length > 1 ? 'SELECT_MFA_TYPE' : choices[0])
}

/** Whether a first factor was shown. */
export function hasFirstFactor(proofs: readonly Proof[]): boolean {
  return proofs.some((proof) => firstProofs.includes(proof))
}

const firstProofs: readonly Proof[] = [
  'PASSWORD',
  'EMAIL_OTP',
  'SMS_OTP',
  'WEB_AUTHN platform',
  'WEB_AUTHN cross-platform',
]

function showsTwoFactors({ proofs, pool, user }: Standing): boolean {
  const passkey = proofs.some((proof) => proof.startsWith('WEB_AUTHN'))
  return proofs.some((proof) => proof.startsWith('MFA ')) || (passkey && passkeyIsTwoFactors(pool, user))
}
