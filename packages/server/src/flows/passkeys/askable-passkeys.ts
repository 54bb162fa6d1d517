import { passkeyIsTwoFactors, takesPasskeyForTwoFactors } from '../../domain/first-factors.ts'
import { nobodyHasMfa } from '../../domain/nobody-has-mfa.ts'
import { mostPasskeysOfUser, type Passkey } from '../../domain/passkey.ts'
import type { Situation } from '../sign-in/challenges/challenge.ts'
import type { World } from '../world.ts'
import { decoyPasskeys } from './decoy-passkeys.ts'
import { relyingPartyOf, type RelyingParty } from './relying-party.ts'

export interface Askable {
  readonly relyingParty: RelyingParty
  /** At least one; decoys where there is none. */
  readonly passkeys: readonly Passkey[]
}

/** The passkeys of which one may be shown; undefined where there is nobody for whom they would be. */
export async function askablePasskeys(situation: Situation, world: World): Promise<Askable | undefined> {
  const { attempt, pool } = situation
  const [party, { items }] = await Promise.all([
    relyingPartyOf(pool, world),
    world.store.passkeys.list(pool.id, attempt.who, { limit: mostPasskeysOfUser }),
  ])
  if (!party) return undefined
  const own = items.filter(({ relyingPartyId }) => relyingPartyId === party.id)
  const passkeys = own.length > 0 ? own : decoyPasskeys({ poolId: pool.id, who: attempt.who }, party.id, world)
  return { relyingParty: mustVerify(situation) ? { ...party, userVerification: 'required' } : party, passkeys }
}

/** A passkey is two factors only if it verifies its user. Nobody is asked as somebody would be. */
function mustVerify({ attempt, pool, user }: Situation): boolean {
  if (user) return passkeyIsTwoFactors(pool, user)
  return takesPasskeyForTwoFactors(pool) && nobodyHasMfa(pool, attempt)
}
