import { checkPassword, passwordPolicyOf } from '../../domain/password-policy.ts'
import type { Pool } from '../../domain/pool.ts'
import { passwordUsedBefore } from '../../domain/refusals.ts'
import type { User, UserStatus } from '../../domain/user.ts'
import type { World } from '../world.ts'
import { newPassword, passwordMatches } from './password.ts'

/** The user with another password, if the pool's policy and history allow it; `temporaryUntil` for a temporary one. */
export async function changePasswordOf(
  user: User,
  change: {
    readonly pool: Pool
    readonly password: string
    readonly status: UserStatus
    readonly temporaryUntil?: number
  },
  world: Pick<World, 'sealer' | 'srp' | 'random' | 'clock'>,
): Promise<User> {
  const { pool, password, status } = change
  checkPassword(password, pool)
  const temporary = change.temporaryUntil !== undefined
  if (!temporary) await refuseFormerPassword(user, pool, password, world)
  const kept = await newPassword(password, { ...change, user }, world)
  // A password that was given anew is no longer the one a sign-up was confirmed with.
  const { password: current, formerPasswords, confirmationCountsUntil: _, ...factors } = user.credentials
  const remembered = passwordPolicyOf(pool).PasswordHistorySize ?? 0
  const former = current && current.temporaryUntil === undefined ? [current, ...formerPasswords] : formerPasswords
  return {
    ...user,
    status,
    credentials: {
      ...factors,
      password: kept,
      formerPasswords: former.slice(0, Math.max(remembered - 1, 0)),
    },
    modifiedAt: world.clock.now(),
  }
}

/** A history of n forbids the last n passwords, the current one among them. */
async function refuseFormerPassword(
  user: User,
  pool: Pool,
  password: string,
  world: Pick<World, 'sealer' | 'srp'>,
): Promise<void> {
  const remembered = passwordPolicyOf(pool).PasswordHistorySize ?? 0
  const { password: current, formerPasswords } = user.credentials
  const forbidden = [...(current ? [current] : []), ...formerPasswords].slice(0, remembered)
  for (const former of forbidden)
    if (await passwordMatches(password, former, { pool, user }, world)) throw passwordUsedBefore()
}
