import type { User } from '../../domain/user.ts'
import type { World } from '../world.ts'

type Holder = Pick<User, 'poolId' | 'sub'>

export function sealSoftwareToken(secret: string, user: Holder, { sealer }: Pick<World, 'sealer'>): string {
  return sealer.seal(secret, context(user))
}

/** The key of an authenticator app in clear, base32. */
export function softwareTokenSecret(sealed: string, user: Holder, { sealer }: Pick<World, 'sealer'>): string {
  return sealer.unseal(sealed, context(user)).toString()
}

/** A sealed key cannot be moved to another user. */
const context = ({ poolId, sub }: Holder) => `software token:${poolId}:${sub}`
