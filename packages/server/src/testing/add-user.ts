import { foldName } from '../domain/names.ts'
import { newSub } from '../domain/new-sub.ts'
import type { Pool } from '../domain/pool.ts'
import type { LoginName, User } from '../domain/user.ts'
import { newPassword } from '../flows/passwords/password.ts'
import type { World } from '../flows/world.ts'
import { goodPassword } from './good-password.ts'

type Wishes = Partial<Pick<User, 'status' | 'enabled' | 'attributes' | 'username'>> & {
  readonly password?: string
  readonly temporaryUntil?: number
  readonly passwordKept?: 'argon2id'
  /** In a pool with username attributes: which of them is the name. */
  readonly signsInWith?: 'email' | 'phone_number'
}

/** A user in any state that the service can bring one into, without the way there. */
export async function addUser(poolId: string, wishes: Wishes, world: World): Promise<User> {
  const pool = await world.store.pools.find(poolId)
  if (!pool) throw new Error(`There is no pool ${poolId}`)
  const now = world.clock.now()
  const sub = newSub(now, world.random.bytes(10))
  const { status = 'CONFIRMED', enabled = true, attributes = {}, username = sub, password = goodPassword } = wishes
  const holder = { sub, username }
  const kept = await newPassword(password, { pool: keeping(pool, wishes), user: holder, ...untilOf(wishes) }, world)
  const user: User = {
    ...holder,
    poolId,
    status,
    enabled,
    attributes,
    pendingAttributes: {},
    credentials: { password: kept, formerPasswords: [] },
    createdAt: now,
    modifiedAt: now,
    version: 1,
  }
  const kind = wishes.signsInWith ?? 'username'
  const name = kind === 'username' ? username : (attributes[kind] ?? '')
  const aliases = (pool.settings.AliasAttributes ?? []).flatMap((alias) => {
    const value = attributes[alias]
    return value === undefined ? [] : [{ kind: alias, name: foldName(pool, value) }]
  })
  const names: LoginName[] = [{ kind, name: foldName(pool, name) }, ...aliases]
  await world.store.decide(world.store.users.add(user, names, () => new Error('The name is taken')))
  return user
}

const untilOf = ({ temporaryUntil }: Wishes) => (temporaryUntil === undefined ? {} : { temporaryUntil })

function keeping(pool: Pool, { passwordKept }: Wishes): Pool {
  if (!passwordKept) return pool
  return { ...pool, settings: { ...pool.settings, UserPoolTags: { 'cognate:password-storage': passwordKept } } }
}
