import type { Pool } from './pool.ts'
import type { User } from './user.ts'

/** How long after it a sign-up's confirmation can stand for a second factor, milliseconds; AWS does not say. */
export const confirmationCountsMs = 3_600_000

/**
 * Whether this is the first sign-in straight after a sign-up: the code that confirmed it was a second factor, and no other
 * is asked for where the user has set up none.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
 */
export function confirmationCounts(pool: Pool, { credentials }: User, now: number): boolean {
  const { mfa, softwareToken, confirmationCountsUntil = 0 } = credentials
  return pool.settings.MfaConfiguration === 'ON' && !mfa && !softwareToken && now < confirmationCountsUntil
}
