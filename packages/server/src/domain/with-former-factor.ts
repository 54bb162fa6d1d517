import { keepsMfaChoices } from './keeps-mfa-choices.ts'
import { mfaChoices } from './mfa-choices.ts'
import type { Pool } from './pool.ts'
import type { User } from './user.ts'

/** A changed user whose second factor is one that they had before: what the change added becomes none by itself. */
export function withFormerFactor(pool: Pool, before: User, after: User): User {
  const [preferred] = mfaChoices(pool, before)
  if (!preferred || keepsMfaChoices(pool, before, after)) return after
  const enabled = [...new Set([preferred, ...(before.credentials.mfa?.enabled ?? [])])]
  return { ...after, credentials: { ...after.credentials, mfa: { enabled, preferred } } }
}
