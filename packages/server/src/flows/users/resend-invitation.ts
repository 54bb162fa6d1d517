import type { Pool } from '../../domain/pool.ts'
import { resendNotPossible } from '../../domain/refusals.ts'
import { temporaryUntil } from '../../domain/temporary-password.ts'
import type { User } from '../../domain/user.ts'
import { settled } from '../../store/settled.ts'
import { requireUser } from '../find-user.ts'
import { changePasswordOf } from '../passwords/change-password-of.ts'
import { generatedPassword } from '../passwords/generated-password.ts'
import type { World } from '../world.ts'
import { inviteBy, type Inviting } from './invite-by.ts'

export interface Resend {
  readonly pool: Pool
  readonly username: string
  readonly temporaryPassword: string | undefined
  readonly mediums: Inviting['mediums']
  readonly clientMetadata: Readonly<Record<string, string>> | undefined
}

/** Invites again somebody who has not come yet, with a new temporary password that is good from now on. */
export function resendInvitation(resend: Resend, world: World): Promise<User> {
  const { pool, username, temporaryPassword, mediums, clientMetadata } = resend
  return settled(async () => {
    const before = await requireUser(pool, username, world)
    if (before.status !== 'FORCE_CHANGE_PASSWORD') throw resendNotPossible(before.username)
    const password = temporaryPassword || generatedPassword(pool, world.random)
    const until = temporaryUntil(pool, world.clock.now())
    const change = { pool, password, status: before.status, temporaryUntil: until }
    const user = await changePasswordOf(before, change, world)
    const occasion = { pool, user, temporaryPassword: password, clientMetadata }
    const invitations = await inviteBy({ suppressed: false, mediums }, occasion, world)
    await world.store.decide([...world.store.users.save(user, before), ...invitations])
    world.outbox.wake()
    return user
  })
}
