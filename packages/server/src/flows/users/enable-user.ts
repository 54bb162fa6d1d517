import type { Pool } from '../../domain/pool.ts'
import type { User } from '../../domain/user.ts'
import { settled } from '../../store/settled.ts'
import { requireUser } from '../find-user.ts'
import type { World } from '../world.ts'

/** Lets a user sign in, or not; who may not is signed out everywhere at once. */
export function enableUser(pool: Pool, username: string, enabled: boolean, world: World): Promise<void> {
  const { store, clock } = world
  return settled(async () => {
    const before = await requireUser(pool, username, world)
    const after: User = { ...before, enabled, modifiedAt: clock.now() }
    const signedOut = enabled ? [] : [store.sessions.revokeAll(pool.id, before.sub, clock.now())]
    await store.decide([...store.users.save(after, before), ...signedOut])
  })
}
