import { passwordPolicyOf } from './password-policy.ts'
import type { Pool } from './pool.ts'

const day = 86_400_000

/** When a temporary password that is given at `now` no longer signs in; zero days mean the default of seven. */
export function temporaryUntil(pool: Pool, now: number): number {
  return now + (passwordPolicyOf(pool).TemporaryPasswordValidityDays || 7) * day
}
