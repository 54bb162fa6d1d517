import { aliasesOf } from '../../domain/login-names.ts'
import { foldName } from '../../domain/names.ts'
import type { Pool } from '../../domain/pool.ts'
import { aliasTaken, loginAttributeNeeded } from '../../domain/refusals.ts'
import type { LoginName, User } from '../../domain/user.ts'
import type { Statement } from '../../store/statement.ts'
import type { World } from '../world.ts'
import { claimAliases } from './claim-aliases.ts'

/**
 * What a change of attributes does to the names that lead to the user: old aliases go, new ones come, and the address
 * they sign in with is exchanged. Refuses a name that somebody else holds; with `force` an alias is taken from them.
 */
export async function nameChanges(
  pool: Pool,
  before: User,
  after: User,
  { force = false, ...world }: World & { readonly force?: boolean },
): Promise<readonly Statement[]> {
  const logins = await loginAttributes(pool, before, world)
  const old = [...loginNames(logins, before, pool), ...aliasesOf(pool, before)]
  const aliases = aliasesOf(pool, after).filter((name) => !includes(old, name))
  const comingLogins = loginNames(logins, after, pool).filter((name) => !includes(old, name))
  const now = [...loginNames(logins, after, pool), ...aliasesOf(pool, after)]
  const taken = ({ kind }: LoginName) => aliasTaken(kind)
  return [
    ...old.filter((name) => !includes(now, name)).map((name) => world.store.users.removeName(after, name)),
    ...comingLogins.map((name) => world.store.users.addName(after, name, () => taken(name))),
    ...(await claimAliases({ pool, user: after, aliases, force, taken }, world)),
  ]
}

const includes = (names: readonly LoginName[], { kind, name }: LoginName) =>
  names.some((other) => other.kind === kind && other.name === name)

function loginNames(logins: readonly LoginName['kind'][], user: User, pool: Pool): readonly LoginName[] {
  return logins.map((kind) => {
    const value = user.attributes[kind]
    if (!value) throw loginAttributeNeeded(kind)
    return { kind, name: foldName(pool, value) }
  })
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
