import type { JsonDocument } from '@cognate/wire/json-document.ts'
import { offeredAlgorithms } from '../../crypto/webauthn/offered-algorithms.ts'
import { userHandleOf } from '../../crypto/webauthn/user-handle.ts'
import { signsInWithAttribute } from '../../domain/login-names.ts'
import { mostPasskeysOfUser } from '../../domain/passkey.ts'
import type { Pool } from '../../domain/pool.ts'
import type { Code } from '../../domain/session.ts'
import type { User } from '../../domain/user.ts'
import { codeLifetimes } from '../codes/lifetimes.ts'
import type { Admission } from '../tokens/issue-tokens.ts'
import type { World } from '../world.ts'
import { challengeDigest } from './challenge-digest.ts'
import { descriptorsOf } from './descriptors.ts'
import { ceremonyTimeout } from './passkey-question.ts'
import { requirePasskeys } from './require-passkeys.ts'

/**
 * Options for a new passkey. Its challenge is good once, for this user and client, until another is asked for.
 * https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialcreationoptionsjson
 */
export async function startRegistration(
  caller: Pick<Admission, 'pool' | 'client' | 'user'>,
  world: World,
): Promise<JsonDocument> {
  const { pool, client, user } = caller
  const relyingParty = await requirePasskeys(caller, world)
  const { items } = await world.store.passkeys.list(pool.id, user.sub, { limit: mostPasskeysOfUser })
  const challenge = Buffer.from(world.random.bytes(32)).toString('base64url')
  await world.store.decide([world.store.codes.put(codeFor(challenge, client.id, user, world))])
  return {
    challenge,
    timeout: ceremonyTimeout,
    rp: { id: relyingParty.id, name: relyingParty.id },
    user: { id: userHandleOf(user.sub), ...shownAs(user, pool) },
    pubKeyCredParams: offeredAlgorithms.map((alg) => ({ type: 'public-key', alg })),
    excludeCredentials: descriptorsOf(items, relyingParty),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: relyingParty.userVerification,
    },
    attestation: 'none',
  }
}

function codeFor(challenge: string, clientId: string, user: User, world: Pick<World, 'sealer' | 'clock'>): Code {
  const now = world.clock.now()
  return {
    poolId: user.poolId,
    sub: user.sub,
    purpose: 'WebAuthnRegistration',
    digest: challengeDigest(challenge, user, world),
    attribute: 'client_id',
    value: clientId,
    createdAt: now,
    expiresAt: now + codeLifetimes.WebAuthnRegistration,
  }
}

/** By what people know an account when they choose among passkeys: not by a username that is a UUID. */
function shownAs({ username, attributes }: User, pool: Pool): { readonly name: string; readonly displayName: string } {
  const known = signsInWithAttribute(pool) ? (attributes['email'] ?? attributes['phone_number']) : undefined
  const name = known ?? username
  return { name, displayName: attributes['name'] ?? name }
}
