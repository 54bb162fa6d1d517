import type { Pool } from '../../domain/pool.ts'
import type { User } from '../../domain/user.ts'
import { settled } from '../../store/settled.ts'
import { requireUser } from '../find-user.ts'
import { codeMessage } from '../messages/code-message.ts'
import type { World } from '../world.ts'
import { recoveryAddress } from './recovery-address.ts'

interface Reset {
  readonly pool: Pool
  readonly username: string
  readonly clientMetadata: Readonly<Record<string, string>> | undefined
}

/** The password signs in no more, every session ends, and the user gets a code to set a new one with. */
export function adminResetPassword({ pool, username, clientMetadata }: Reset, world: World): Promise<void> {
  return settled(async () => {
    const before = await requireUser(pool, username, world)
    const address = recoveryAddress(pool, before)
    if ('refusal' in address) throw address.refusal
    const now = world.clock.now()
    const after: User = { ...before, status: 'RESET_REQUIRED', modifiedAt: now }
    const purpose = 'ForgotPassword'
    const source = 'CustomMessage_ForgotPassword'
    const occasion = { pool, user: after, purpose, source, clientMetadata, ...address } as const
    const { statements } = await codeMessage(occasion, world)
    const { users, sessions } = world.store
    const signedOut = sessions.revokeAll(pool.id, before.sub, now)
    await world.store.decide([...users.save(after, before), signedOut, ...statements])
    world.outbox.wake()
  })
}
