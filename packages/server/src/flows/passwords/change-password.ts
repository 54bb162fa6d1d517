import type { CallOrigin } from '../../domain/call-origin.ts'
import { checkPassword } from '../../domain/password-policy.ts'
import { missingParameter, tooManyPasswords, wrongCredentials } from '../../domain/refusals.ts'
import { settled } from '../../store/settled.ts'
import { countTry } from '../codes/judge-code.ts'
import { hourlyLimits } from '../codes/limits.ts'
import { requireBySub } from '../find-user.ts'
import type { Admission } from '../tokens/issue-tokens.ts'
import { watchedRequest } from '../threats/watched-request.ts'
import type { World } from '../world.ts'
import { changePasswordOf } from './change-password-of.ts'
import { passwordMatches } from './password.ts'

/**
 * Exchanges the caller's password, and ends their sessions but the one they call with. A wrong previous password counts
 * as one at sign-in does: a stolen access token is not a way around the lock. Whoever has no password gives none.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ChangePassword.html
 */
export function changePassword(
  admission: Admission,
  change: Change & { readonly origin: CallOrigin },
  world: World,
): Promise<void> {
  const { pool, client, user } = admission
  const { proposed: password, origin } = change
  checkPassword(password, pool)
  const chosen = { at: 'PASSWORD_CHANGE', password } as const
  const request = { type: 'PasswordChange', pool, client, username: user.sub, origin, chosen } as const
  return watchedRequest(request, () => exchange(admission, change, world), world)
}

interface Change {
  readonly previous: string | undefined
  readonly proposed: string
}

function exchange(
  { pool, user: { sub }, session }: Admission,
  { previous, proposed }: Change,
  world: World,
): Promise<void> {
  return settled(async () => {
    const { users, sessions, codes, guards } = world.store
    const user = await requireBySub(pool, sub, world)
    const now = world.clock.now()
    const guard = { poolId: pool.id, who: sub, kind: 'Password', now }
    const limit = hourlyLimits.ChangePassword
    const tried = countTry({ poolId: pool.id, who: sub, kind: 'ChangePassword', limit }, world)
    if (!(await provesPassword(previous, { pool, user }, world))) {
      await world.store.decide([tried, guards.missPassword(guard, tooManyPasswords)])
      throw wrongCredentials()
    }
    // Decided before the history is asked, so that a lock does not tell a right password by what is refused after it.
    if (await guards.lockedUntil(pool.id, sub, now)) throw tooManyPasswords()
    const changed = await changePasswordOf(user, { pool, password: proposed, status: user.status }, world)
    await world.store.decide([
      tried,
      guards.clearPassword(guard, tooManyPasswords),
      ...users.save(changed, user),
      sessions.revokeOthers(session, now),
      codes.discard(pool.id, sub, 'ForgotPassword'),
    ])
  })
}

async function provesPassword(
  previous: string | undefined,
  holder: Pick<Admission, 'pool' | 'user'>,
  world: World,
): Promise<boolean> {
  const { password } = holder.user.credentials
  if (previous !== undefined) return passwordMatches(previous, password, holder, world)
  if (password) throw missingParameter('PreviousPassword')
  return true
}
