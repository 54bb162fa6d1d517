import type { User } from '../../domain/user.ts'
import type { World } from '../world.ts'

/** What is kept of a challenge for a new passkey. */
export function challengeDigest(
  challenge: string,
  { poolId, sub }: Pick<User, 'poolId' | 'sub'>,
  { sealer }: Pick<World, 'sealer'>,
): string {
  return sealer.digest(challenge, `passkey challenge:${poolId}:${sub}`)
}
