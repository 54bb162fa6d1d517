import type { Random } from '../../ambient/random.ts'
import { brokenRule, passwordPolicyOf } from '../../domain/password-policy.ts'
import type { Pool } from '../../domain/pool.ts'

/** Without what is easily mistaken for something else, or means something in HTML. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789!#$%*+-=?@^_'

/** A temporary password that the pool's policy allows, of at least twelve characters. */
export function generatedPassword(pool: Pool, random: Pick<Random, 'text'>): string {
  const length = Math.max(passwordPolicyOf(pool).MinimumLength ?? 0, 12)
  for (;;) {
    const password = random.text(length, alphabet)
    if (brokenRule(password, pool) === undefined) return password
  }
}
