import type { Pool } from '../../domain/pool.ts'
import type { LoginName, User } from '../../domain/user.ts'
import type { Statement } from '../../store/statement.ts'
import type { World } from '../world.ts'

/** A user to whom aliases shall lead. */
export interface AliasClaim {
  readonly pool: Pool
  readonly user: User
  readonly aliases: readonly LoginName[]
  /** Takes an address from whoever it leads to now. */
  readonly force: boolean
  readonly taken: (alias: LoginName) => Error
}

/**
 * Brings aliases into force. One that leads to somebody else is refused; an address that this user proved is moved when
 * that is asked for, and whoever loses it keeps it unverified.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html#user-pool-settings-aliases
 */
export async function claimAliases(claim: AliasClaim, { store, clock }: World): Promise<readonly Statement[]> {
  const { user, aliases, force, taken } = claim
  const moves = (alias: LoginName) => force && alias.kind !== 'preferred_username'
  const refusing = aliases.filter((alias) => !moves(alias))
  const moving = await Promise.all(aliases.filter(moves).map((alias) => holding(alias, claim, store)))
  return [
    ...refusing.map((alias) => store.users.addName(user, alias, () => taken(alias))),
    ...losers(claim, moving, { store, clock }),
    ...moving.map(({ alias, holder }) => store.users.moveName(user, alias, holder)),
  ]
}

interface Holding {
  readonly alias: LoginName
  /** To whom it leads now; the claimant where it leads to nobody. */
  readonly holder: User
}

async function holding(alias: LoginName, { pool, user }: AliasClaim, { users }: World['store']): Promise<Holding> {
  return { alias, holder: (await users.findByName(pool.id, alias.name, [alias.kind])) ?? user }
}

/** Each loser is saved once, whatever they lose. */
function losers(
  { user }: AliasClaim,
  moving: readonly Holding[],
  { store, clock }: Pick<World, 'store' | 'clock'>,
): readonly Statement[] {
  const lost = moving.filter(({ holder }) => holder.sub !== user.sub)
  return [...Map.groupBy(lost, ({ holder }) => holder.sub).values()].flatMap((losses) => {
    const flags = losses.map(({ alias }) => [`${alias.kind}_verified`, 'false'] as const)
    return losses.slice(0, 1).flatMap(({ holder }) => {
      const attributes = { ...holder.attributes, ...Object.fromEntries(flags) }
      return store.users.save({ ...holder, attributes, modifiedAt: clock.now() }, holder)
    })
  })
}
