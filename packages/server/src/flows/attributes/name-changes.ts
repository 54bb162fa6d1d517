import { aliasesOf } from '../../domain/login-names.ts'
import { foldName } from '../../domain/names.ts'
import type { Pool } from '../../domain/pool.ts'
import { aliasTaken } from '../../domain/refusals.ts'
import type { LoginName, User } from '../../domain/user.ts'
import type { Statement } from '../../store/statement.ts'
import type { World } from '../world.ts'

/**
 * What a change of attributes does to the names that lead to the user: old aliases go, new ones come, and the address
 * they sign in with is exchanged. Refuses a name that somebody else holds.
 */
export async function nameChanges(
  pool: Pool,
  before: User,
  after: User,
  { store }: Pick<World, 'store'>,
): Promise<readonly Statement[]> {
  const [old, now] = [
    await namesFromAttributes(pool, before, before, { store }),
    await namesFromAttributes(pool, before, after, { store }),
  ]
  const gone = old.filter((name) => !includes(now, name))
  const come = now.filter((name) => !includes(old, name))
  return [
    ...gone.map((name) => store.users.removeName(after, name)),
    ...come.map((name) => store.users.addName(after, name, () => aliasTaken(name.kind))),
  ]
}

const includes = (names: readonly LoginName[], { kind, name }: LoginName) =>
  names.some((other) => other.kind === kind && other.name === name)

async function namesFromAttributes(pool: Pool, before: User, user: User, { store }: Pick<World, 'store'>) {
  const logins = await loginAttributes(pool, before, { store })
  const values = logins.flatMap((kind) => {
    const value = user.attributes[kind]
    return value ? [{ kind, name: foldName(pool, value) }] : []
  })
  return [...values, ...aliasesOf(pool, user.attributes)]
}

/** The attribute this user signed up with, where attributes are the way to sign in. */
async function loginAttributes(pool: Pool, user: User, { store }: Pick<World, 'store'>) {
  const kinds = pool.settings.UsernameAttributes ?? []
  const held = kinds.map(async (kind) => {
    const value = user.attributes[kind]
    const holder = value && (await store.users.findByName(pool.id, foldName(pool, value), [kind]))
    return holder && holder.sub === user.sub ? [kind] : []
  })
  return (await Promise.all(held)).flat()
}
