import { argon2Hash, argon2Matches } from '../../crypto/argon2.ts'
import { passwordHashMatches, type PasswordHash } from '../../crypto/password-hash.ts'
import { storesArgon2idOnly } from '../../domain/pool-tags.ts'
import type { Pool } from '../../domain/pool.ts'
import type { Password, User } from '../../domain/user.ts'
import type { World } from '../world.ts'

type Holder = Pick<User, 'sub' | 'username'>
type Secrets = Pick<World, 'sealer' | 'srp' | 'random'>

/** The half of the pool id that takes part in SRP. */
export const srpPoolName = (pool: Pick<Pool, 'id'>) => pool.id.slice(pool.id.indexOf('_') + 1)

/** Keeps a password: its SRP verifier, or, where the pool asks for it by tag, Argon2id only; sealed either way. */
export async function newPassword(
  password: string,
  { pool, user, temporaryUntil }: { readonly pool: Pool; readonly user: Holder; readonly temporaryUntil?: number },
  { sealer, srp, random }: Secrets,
): Promise<Password> {
  const context = passwordContext(pool, user)
  const salt = random.bytes(16).toString('hex')
  const until = temporaryUntil === undefined ? {} : { temporaryUntil }
  if (storesArgon2idOnly(pool.settings))
    return { kind: 'argon2id', salt, secret: sealer.seal(await argon2Hash(password), context), ...until }
  const verifier = await srp.newPassword({ poolName: srpPoolName(pool), username: user.username, password, salt })
  return { kind: 'srp', salt, secret: sealer.seal(verifier, context), ...until }
}

/** Keeps what another system kept of a password, as it is: it says whether a password is right, and no more. */
export function importedPassword(
  hash: PasswordHash,
  { pool, user }: { readonly pool: Pool; readonly user: Holder },
  { sealer, random }: Pick<World, 'sealer' | 'random'>,
): Password {
  const secret = sealer.seal(JSON.stringify(hash), passwordContext(pool, user))
  return { kind: 'imported', salt: random.bytes(16).toString('hex'), secret }
}

/**
 * Costs the same for nobody's password as for somebody's, so that time does not tell who exists; all but an imported
 * one's, which costs what its hash asks.
 */
export async function passwordMatches(
  password: string,
  kept: Password | undefined,
  { pool, user }: { readonly pool: Pool; readonly user: Holder },
  { sealer, srp }: Pick<World, 'sealer' | 'srp'>,
): Promise<boolean> {
  const secret = kept && sealer.unseal(kept.secret, passwordContext(pool, user))
  if (secret && kept.kind === 'imported')
    return passwordHashMatches(password, JSON.parse(secret.toString()) as PasswordHash)
  if (kept ? kept.kind === 'argon2id' : storesArgon2idOnly(pool.settings)) return argon2idMatches(password, secret)
  const matches = await srp.passwordMatches(
    { poolName: srpPoolName(pool), username: user.username, password, salt: kept?.salt ?? '01' },
    secret ?? Buffer.alloc(384, 1),
  )
  return matches && secret !== undefined
}

async function argon2idMatches(password: string, secret: Buffer | undefined): Promise<boolean> {
  const matches = await argon2Matches(password, secret?.toString() ?? (await nobodysHash()))
  return matches && secret !== undefined
}

let hashOfNobody: Promise<string> | undefined
const nobodysHash = () => (hashOfNobody ??= argon2Hash(''))

/** The SRP verifier of a user who has one. */
export function srpVerifierOf(pool: Pool, user: User, { sealer }: Pick<World, 'sealer'>) {
  const { password } = user.credentials
  if (password?.kind !== 'srp') return undefined
  return { salt: password.salt, verifier: sealer.unseal(password.secret, passwordContext(pool, user)) }
}

/** What a password is sealed for; a sealed one cannot be moved to another user. */
const passwordContext = (pool: Pick<Pool, 'id'>, user: Holder) => `password:${pool.id}:${user.sub}`
