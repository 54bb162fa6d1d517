import { isEmail, isPhoneNumber } from '../../domain/contact.ts'
import { signsInWithAttribute } from '../../domain/login-names.ts'
import { foldName } from '../../domain/names.ts'
import { newSub } from '../../domain/new-sub.ts'
import type { Pool } from '../../domain/pool.ts'
import type { User } from '../../domain/user.ts'
import type { World } from '../world.ts'
import type { Attempt } from './attempt.ts'

type Identity = Pick<Attempt, 'who' | 'username'>

/** Whom an attempt is about; for nobody a stand-in, the same each time for the same name. */
export function identityOf(
  user: User | undefined,
  calledAs: string,
  pool: Pool,
  world: Pick<World, 'sealer' | 'clock'>,
): Identity {
  if (user) return { who: user.sub, username: user.username }
  const who = nobody(calledAs, pool, world)
  return { who, username: standInUsername(calledAs, who, pool, world) }
}

/** Under what a name that leads to nobody is counted: a digest, so that no name is kept. */
export function nobody(name: string, pool: Pool, { sealer }: Pick<World, 'sealer'>): string {
  return sealer.digest(foldName(pool, name), `nobody:${pool.id}`)
}

/**
 * AWS answers with a made-up UUID [D]. That fits where the real username is a UUID or hides behind an alias; where people
 * sign in with the username itself it would tell that nobody has it, so there the name is given back.
 */
function standInUsername(calledAs: string, who: string, pool: Pool, world: Pick<World, 'sealer' | 'clock'>): string {
  const aliased = (pool.settings.AliasAttributes ?? []).length > 0 && (isEmail(calledAs) || isPhoneNumber(calledAs))
  if (!aliased && !signsInWithAttribute(pool)) return foldName(pool, calledAs)
  return standInSub(who, pool, world)
}

const longestAgo = 10 * 365 * 86_400_000

/**
 * A sub tells when its user came, so that of a stand-in must lie between the pool's beginning and now, and stay what it is.
 * Of a row of instants that belong to the name, the first that has passed is taken. When an earlier one of the row
 * passes, it is as if the user had been deleted and had signed up again in that moment.
 */
function standInSub(who: string, pool: Pool, { sealer, clock }: Pick<World, 'sealer' | 'clock'>): string {
  const digest = (part: string) => Buffer.from(sealer.digest(who, `stand-in ${part}`), 'base64url')
  const fractions = new Uint32Array(new Uint8Array(digest('ages')).buffer)
  const ages = [...fractions].map((fraction) => Math.floor(longestAgo * 2 ** (-30 * (fraction / 2 ** 32))))
  const age = ages.find((milliseconds) => pool.createdAt + milliseconds <= clock.now()) ?? 0
  return newSub(pool.createdAt + age, digest('sub'))
}
