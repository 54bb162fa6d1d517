import { hidesUserExistence } from '../../domain/user-existence.ts'
import { foldName } from '../../domain/names.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import { aliasTaken, cannotConfirm, codeExpired, usernameClientNotFound } from '../../domain/refusals.ts'
import type { User } from '../../domain/user.ts'
import { aliasesOf } from '../../domain/login-names.ts'
import { settled } from '../../store/settled.ts'
import type { Statement } from '../../store/statement.ts'
import { countTry, judgeCode } from '../codes/judge-code.ts'
import { hourlyLimits } from '../codes/limits.ts'
import { findUser } from '../find-user.ts'
import { nobody } from '../sign-in/identity.ts'
import { refuseUnbuilt } from '../unbuilt.ts'
import type { World } from '../world.ts'

export interface Confirmation {
  readonly pool: Pool
  readonly client: AppClient
  readonly username: string
  readonly code: string
  /** Takes an alias from the user who has it now, instead of refusing. */
  readonly forceAliasCreation: boolean
}

const operation = { kind: 'ConfirmSignUp', limit: hourlyLimits.ConfirmSignUp } as const

/** The code proves the address it was sent to: the user is CONFIRMED, the address verified, and an alias if the pool has it so. */
export function confirmSignUp(confirmation: Confirmation, world: World): Promise<User> {
  return settled(async () => {
    const { pool, client, username } = confirmation
    refuseUnbuilt(pool, ['PostConfirmation'])
    const user = await findUser(pool, username, world)
    if (!user) return refuseNobody(pool, client, username, world)
    if (user.status !== 'UNCONFIRMED') throw cannotConfirm(user.status)
    const answer = {
      poolId: pool.id,
      who: user.sub,
      purpose: 'ConfirmSignUp',
      code: confirmation.code,
      ...operation,
    } as const
    const { code, statements } = await judgeCode(answer, world)
    const proved = user.attributes[code.attribute] === code.value
    const attributes = proved ? { ...user.attributes, [`${code.attribute}_verified`]: 'true' } : user.attributes
    const confirmed: User = { ...user, status: 'CONFIRMED', attributes, modifiedAt: world.clock.now() }
    const names = await aliasStatements(confirmed, confirmation, world)
    await world.store.decide([...statements, ...world.store.users.save(confirmed, user), ...names])
    return confirmed
  })
}

async function refuseNobody(pool: Pool, client: AppClient, username: string, world: World): Promise<never> {
  if (!hidesUserExistence(client)) throw usernameClientNotFound()
  await world.store.decide([countTry({ poolId: pool.id, who: nobody(username, pool, world), ...operation }, world)])
  throw codeExpired()
}

/** An alias comes into force with the confirmation; somebody else's is refused, or taken over when asked to. */
async function aliasStatements(user: User, confirmation: Confirmation, world: World): Promise<readonly Statement[]> {
  const { users } = world.store
  const aliases = aliasesOf(confirmation.pool, user.attributes)
  if (!confirmation.forceAliasCreation)
    return aliases.map((alias) => users.addName(user, alias, () => aliasTaken(alias.kind)))
  const losers = await Promise.all(aliases.map((alias) => unverifiedHolder(user, alias.kind, confirmation.pool, world)))
  return [...losers.flat(), ...aliases.flatMap((alias) => users.moveName(user, alias))]
}

/** Whoever loses an alias keeps the address, unverified. */
async function unverifiedHolder(
  user: User,
  kind: 'username' | 'email' | 'phone_number' | 'preferred_username',
  pool: Pool,
  world: World,
) {
  const { users } = world.store
  const holder = await users.findByName(pool.id, foldName(pool, user.attributes[kind] ?? ''), [kind])
  if (!holder || holder.sub === user.sub) return []
  const attributes = { ...holder.attributes, [`${kind}_verified`]: 'false' }
  return users.save({ ...holder, attributes, modifiedAt: world.clock.now() }, holder)
}
