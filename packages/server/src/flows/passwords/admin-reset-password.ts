import type { Pool } from '../../domain/pool.ts'
import type { User } from '../../domain/user.ts'
import { settled } from '../../store/settled.ts'
import { requireUser } from '../find-user.ts'
import { codeMessage } from '../messages/code-message.ts'
import type { World } from '../world.ts'
import { recoveryAddress } from './recovery-address.ts'

/** The password signs in no more, every session ends, and the user gets a code to set a new one with. */
export function adminResetPassword(pool: Pool, username: string, world: World): Promise<void> {
  return settled(async () => {
    const before = await requireUser(pool, username, world)
    const address = recoveryAddress(pool, before)
    if ('refusal' in address) throw address.refusal
    const now = world.clock.now()
    const after: User = { ...before, status: 'RESET_REQUIRED', modifiedAt: now }
    const purpose = 'ForgotPassword'
    const { statements } = codeMessage(
      { pool, user: after, purpose, source: 'CustomMessage_ForgotPassword', ...address },
      world,
    )
    const { users, sessions } = world.store
    const signedOut = sessions.revokeAll(pool.id, before.sub, now)
    await world.store.decide([...users.save(after, before), signedOut, ...statements])
    world.outbox.wake()
  })
}
