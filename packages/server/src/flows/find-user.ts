import { loginNameKinds } from '../domain/login-names.ts'
import { foldName } from '../domain/names.ts'
import type { Pool } from '../domain/pool.ts'
import { userNotFound } from '../domain/refusals.ts'
import type { User } from '../domain/user.ts'
import type { World } from './world.ts'

type Finding = Pick<World, 'store' | 'journal'>

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Who answers to this name: the sub of a local user, a username, or an alias that is in force. The sub comes first:
 * nobody chooses theirs, but anybody could choose another's for a name, and be taken for them.
 */
export async function findUser(pool: Pool, name: string, { store, journal }: Finding): Promise<User | undefined> {
  const named = store.users.findByName(pool.id, foldName(pool, name), loginNameKinds(pool))
  // Both are asked for always, so that a name of this form costs the same whomever it leads to.
  const [user, local] = await Promise.all([named, uuid.test(name) ? store.users.findBySub(pool.id, name) : undefined])
  const found = local ?? user
  if (found) journal.about({ sub: found.sub, userName: found.username })
  return found
}

/** The same for an operator, who is told when there is nobody. */
export async function requireUser(pool: Pool, name: string, world: Finding): Promise<User> {
  const user = await findUser(pool, name, world)
  if (!user) throw userNotFound()
  return user
}

/** The user an access token was given to, read anew; they may have gone meanwhile. */
export async function requireBySub(pool: Pool, sub: string, { store }: Pick<World, 'store'>): Promise<User> {
  const user = await store.users.findBySub(pool.id, sub)
  if (!user) throw userNotFound()
  return user
}
