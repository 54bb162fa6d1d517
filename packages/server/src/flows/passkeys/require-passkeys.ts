import { offersPasskeys } from '../../domain/passkey-rules.ts'
import { mostPasskeysOfUser } from '../../domain/passkey.ts'
import { tooManyPasskeys, webAuthnConfigurationMissing, webAuthnNotEnabled } from '../../domain/passkey-refusals.ts'
import { flowNotEnabled } from '../../domain/refusals.ts'
import { allowsFlow } from '../sign-in/allows-flow.ts'
import type { Admission } from '../tokens/issue-tokens.ts'
import type { World } from '../world.ts'
import { relyingPartyOf, type RelyingParty } from './relying-party.ts'

/** Refuses where the pool has no passkeys, the client could not sign in with one, or the user has as many as they may. */
export async function requirePasskeys(
  { pool, client, user }: Pick<Admission, 'pool' | 'client' | 'user'>,
  world: World,
): Promise<RelyingParty> {
  if (!offersPasskeys(pool)) throw webAuthnNotEnabled()
  if (!allowsFlow(client, ['ALLOW_USER_AUTH'])) throw flowNotEnabled('USER_AUTH')
  const relyingParty = await relyingPartyOf(pool, world)
  if (!relyingParty) throw webAuthnConfigurationMissing()
  if ((user.credentials.passkeys ?? 0) >= mostPasskeysOfUser) throw tooManyPasskeys(mostPasskeysOfUser)
  return relyingParty
}
