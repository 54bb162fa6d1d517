import { verifyJws, type Claims } from '../../crypto/jws.ts'
import { hasOutlivedItsClient } from '../../domain/has-outlived-its-client.ts'
import type { SigningKey } from '../../domain/pool.ts'
import {
  accessTokenExpired,
  accessTokenForged,
  accessTokenInvalid,
  accessTokenLacksScopes,
  accessTokenRevoked,
  userDisabled,
} from '../../domain/refusals.ts'
import type { World } from '../world.ts'
import type { Admission } from './issue-tokens.ts'

/**
 * What a live access token leads to; `gone` is what is said when its user was deleted. Revocation, sign-out, deletion
 * and disabling count at once, because the session and the user are read anew each time.
 */
export async function readAccessToken(token: string, gone: () => Error, world: World): Promise<Admission> {
  const claims = await verifiedClaims(token, world)
  const { sub, event_id: sessionId, client_id: clientId } = claims
  if (typeof sub !== 'string' || typeof sessionId !== 'string' || typeof clientId !== 'string')
    throw accessTokenInvalid()

  const found = await world.store.clients.findWithPool(clientId)
  if (!found || found.pool.id !== poolIdOf(claims['iss'])) throw accessTokenInvalid()
  const holder = await world.store.users.findWithSession(found.pool.id, sub, sessionId)
  if (!holder) throw gone()
  const { user, session } = holder
  if (!session || session.revokedAt !== undefined || hasOutlivedItsClient(session, found.client))
    throw accessTokenRevoked()
  if (!user.enabled) throw userDisabled()
  return { ...found, user, session }
}

async function verifiedClaims(token: string, world: World): Promise<Claims> {
  if (token.split('.').length !== 3) throw accessTokenInvalid()
  const claims = await verifyJws(token, (kid, issuer) => publicKey(kid, issuer, world))
  if (!claims) throw accessTokenForged()
  if (claims['token_use'] !== 'access') throw accessTokenInvalid()
  const live = Number(claims['exp']) * 1000 > world.clock.now()
  if (!live) throw accessTokenExpired()
  const scopes = String(claims['scope']).split(' ')
  if (!scopes.includes('aws.cognito.signin.user.admin')) throw accessTokenLacksScopes()
  return claims
}

/** Only an access-token key of the pool that the issuer names. */
async function publicKey(kid: string, issuer: string | undefined, { store, tokenKeys }: World) {
  const keys = await store.signingKeys.list(poolIdOf(issuer))
  const key = keys.find(({ id, use }: SigningKey) => id === kid && use === 'access')
  return key && tokenKeys.verifier(key)
}

function poolIdOf(issuer: unknown): string {
  return typeof issuer === 'string' ? issuer.slice(issuer.lastIndexOf('/') + 1) : ''
}
