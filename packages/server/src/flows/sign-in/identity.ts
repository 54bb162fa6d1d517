import { isEmail, isPhoneNumber } from '../../domain/contact.ts'
import { signsInWithAttribute } from '../../domain/login-names.ts'
import { foldName } from '../../domain/names.ts'
import type { Pool } from '../../domain/pool.ts'
import type { User } from '../../domain/user.ts'
import type { World } from '../world.ts'
import type { Attempt } from './attempt.ts'

type Identity = Pick<Attempt, 'who' | 'known' | 'username'>

/** Whom an attempt is about; for nobody a stand-in, the same each time for the same name. */
export function identityOf(
  user: User | undefined,
  calledAs: string,
  pool: Pool,
  world: Pick<World, 'sealer'>,
): Identity {
  if (user) return { who: user.sub, known: true, username: user.username }
  const who = nobody(calledAs, pool, world)
  return { who, known: false, username: standInUsername(calledAs, who, pool, world) }
}

/** Under what a name that leads to nobody is counted: a digest, so that no name is kept. */
export function nobody(name: string, pool: Pool, { sealer }: Pick<World, 'sealer'>): string {
  return sealer.digest(foldName(pool, name), `nobody:${pool.id}`)
}

/**
 * AWS answers with a made-up UUID [D]. That fits where the real username is a UUID or hides behind an alias; where people
 * sign in with the username itself it would tell that nobody has it, so there the name is given back.
 */
function standInUsername(calledAs: string, who: string, pool: Pool, { sealer }: Pick<World, 'sealer'>): string {
  const aliased = (pool.settings.AliasAttributes ?? []).length > 0 && (isEmail(calledAs) || isPhoneNumber(calledAs))
  if (!aliased && !signsInWithAttribute(pool)) return foldName(pool, calledAs)
  const hex = Buffer.from(sealer.digest(who, 'stand-in username'), 'base64url').toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
