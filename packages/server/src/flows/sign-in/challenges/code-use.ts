import type { hourlyLimits } from '../../codes/limits.ts'

/** What a code that is sent in a sign-in is for: how long it is, and under what its sending and its answers are counted. */
export interface CodeUse {
  readonly digits: number
  readonly guard: 'Mfa' | 'OneTimePassword'
  readonly sending: keyof typeof hourlyLimits
}

export const secondFactorCode: CodeUse = { digits: 6, guard: 'Mfa', sending: 'AuthenticationCode' }

/** Longer [O]: nothing else was shown. */
export const firstFactorCode: CodeUse = { digits: 8, guard: 'OneTimePassword', sending: 'OneTimePasswordSent' }
