import type { JsonDocument } from '@cognate/wire/json-document.ts'
import type { RegisteredKey, RegistrationFault } from '../../crypto/webauthn/verify-registration.ts'
import { isAllowedOrigin } from '../../domain/allowed-origin.ts'
import { passkeyName } from '../../domain/passkey-name.ts'
import type { Passkey } from '../../domain/passkey.ts'
import {
  passkeyTaken,
  webAuthnChallengeNotFound,
  webAuthnClientMismatch,
  webAuthnCredentialMalformed,
  webAuthnCredentialNotSupported,
  webAuthnOriginNotAllowed,
  webAuthnRelyingPartyMismatch,
} from '../../domain/passkey-refusals.ts'
import type { Code } from '../../domain/session.ts'
import type { User } from '../../domain/user.ts'
import { settled } from '../../store/settled.ts'
import type { Admission } from '../tokens/issue-tokens.ts'
import type { World } from '../world.ts'
import { challengeDigest } from './challenge-digest.ts'
import { holderOf } from './holder-of.ts'
import type { RelyingParty } from './relying-party.ts'
import { requirePasskeys } from './require-passkeys.ts'

/** Keeps what an authenticator answered to the options. The user is saved with it, so that two at once queue. */
export function completeRegistration(
  caller: Pick<Admission, 'pool' | 'client' | 'user'>,
  document: JsonDocument,
  world: World,
): Promise<void> {
  const { pool, client } = caller
  const { store } = world
  return settled(async () => {
    const before = await holderOf(caller, world)
    const relyingParty = await requirePasskeys({ pool, client, user: before }, world)
    const code = await challengeFor(before, client.id, world)
    const key = await judge(document, { code, user: before, relyingParty }, world)
    const passkey = passkeyOf(key, before, relyingParty, world)
    const { credentials } = before
    const after: User = {
      ...before,
      credentials: { ...credentials, passkeys: (credentials.passkeys ?? 0) + 1 },
      modifiedAt: passkey.createdAt,
    }
    const added = store.passkeys.add(passkey, passkeyTaken)
    await store.decide([store.codes.take(code), ...store.users.save(after, before), added])
  })
}

async function challengeFor(
  { poolId, sub }: User,
  clientId: string,
  { store, clock }: Pick<World, 'store' | 'clock'>,
): Promise<Code> {
  const code = await store.codes.find(poolId, sub, 'WebAuthnRegistration')
  if (!code || code.expiresAt <= clock.now()) throw webAuthnChallengeNotFound()
  if (code.value !== clientId) throw webAuthnClientMismatch()
  return code
}

async function judge(
  document: JsonDocument,
  asked: { readonly code: Code; readonly user: User; readonly relyingParty: RelyingParty },
  world: Pick<World, 'sealer'>,
): Promise<RegisteredKey> {
  const { code, user, relyingParty } = asked
  // Loaded when it is needed: its library brings 250 modules along, and most servers never meet a passkey.
  const { verifyRegistration } = await import('../../crypto/webauthn/verify-registration.ts')
  const judged = await verifyRegistration(document, {
    relyingPartyId: relyingParty.id,
    isChallenge: (challenge) => world.sealer.equalDigests(code.digest, challengeDigest(challenge, user, world)),
    isOrigin: (origin) => isAllowedOrigin(origin, relyingParty.id),
    requiresUserVerification: relyingParty.userVerification === 'required',
  })
  if (typeof judged === 'string') throw refusals[judged]()
  return judged
}

const refusals: Readonly<Record<RegistrationFault, () => Error>> = {
  malformed: webAuthnCredentialMalformed,
  challenge: webAuthnChallengeNotFound,
  origin: webAuthnOriginNotAllowed,
  'relying party': webAuthnRelyingPartyMismatch,
  'not supported': webAuthnCredentialNotSupported,
}

function passkeyOf(
  { aaguid, ...key }: RegisteredKey,
  { poolId, sub }: User,
  { id: relyingPartyId }: RelyingParty,
  { clock }: Pick<World, 'clock'>,
): Passkey {
  const friendlyName = passkeyName(aaguid, key.attachment)
  return { ...key, poolId, sub, relyingPartyId, friendlyName, createdAt: clock.now() }
}
