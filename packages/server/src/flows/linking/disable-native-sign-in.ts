import type { Pool } from '../../domain/pool.ts'
import { subjectAttribute, type ProviderUser } from '../../domain/provider-user.ts'
import { invalid } from '../../domain/refusals.ts'
import type { User } from '../../domain/user.ts'
import { settled } from '../../store/settled.ts'
import { requireUser } from '../find-user.ts'
import type { World } from '../world.ts'

/**
 * The user's password signs in no more, and by their status they cannot recover it: what is linked to them lets them in.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDisableProviderForUser.html
 */
export function disableNativeSignIn(pool: Pool, { attribute, value }: ProviderUser, world: World): Promise<void> {
  const { users, decide } = world.store
  if (attribute !== subjectAttribute) throw invalid(`ProviderAttributeName must be ${subjectAttribute}.`)
  return settled(async () => {
    const before = await requireUser(pool, value, world)
    // Their addresses are not proved, and would become aliases with the new status.
    if (before.status === 'UNCONFIRMED') throw invalid('User is not confirmed.')
    const { password: _, ...credentials } = before.credentials
    const after: User = { ...before, status: 'EXTERNAL_PROVIDER', credentials, modifiedAt: world.clock.now() }
    await decide(users.save(after, before))
  })
}
