import { aliasesOf } from '../../domain/login-names.ts'
import type { Pool } from '../../domain/pool.ts'
import { nameHeld } from '../../domain/refusals.ts'
import { temporaryUntil } from '../../domain/temporary-password.ts'
import type { User } from '../../domain/user.ts'
import { settled } from '../../store/settled.ts'
import { claimAliases } from '../attributes/claim-aliases.ts'
import { requireUser } from '../find-user.ts'
import type { World } from '../world.ts'
import { changePasswordOf } from './change-password-of.ts'

/**
 * An administrator sets a password: for good, which confirms the user, or one that must be exchanged at the next
 * sign-in. Every session of the old one ends, and a code to reset it is worth nothing.
 */
export function adminSetPassword(
  { pool, username }: { readonly pool: Pool; readonly username: string },
  { password, permanent }: { readonly password: string; readonly permanent: boolean },
  world: World,
): Promise<void> {
  return settled(async () => {
    const before = await requireUser(pool, username, world)
    const { users, sessions, codes } = world.store
    const now = world.clock.now()
    const change = permanent
      ? ({ status: 'CONFIRMED' } as const)
      : ({ status: 'FORCE_CHANGE_PASSWORD', temporaryUntil: temporaryUntil(pool, now) } as const)
    const after = await changePasswordOf(before, { pool, password, ...change }, world)
    await world.store.decide([
      ...users.save(after, before),
      ...(await aliasesFrom(before, after, pool, world)),
      sessions.revokeAll(pool.id, before.sub, now),
      codes.discard(pool.id, before.sub, 'ForgotPassword'),
    ])
  })
}

/** Leaving UNCONFIRMED brings the user's aliases into force. */
async function aliasesFrom(before: User, after: User, pool: Pool, world: World) {
  if (before.status !== 'UNCONFIRMED') return []
  const taken = ({ kind }: { readonly kind: string }) => nameHeld(kind)
  return claimAliases({ pool, user: after, aliases: aliasesOf(pool, after), force: false, taken }, world)
}
