import type { AuthenticationResultType } from '@cognate/wire/user-pools.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import {
  refreshTokenExpired,
  refreshTokenInvalid,
  refreshTokenReused,
  refreshTokenRevoked,
  userDisabled,
} from '../../domain/refusals.ts'
import type { Session } from '../../domain/session.ts'
import { refuseUnbuilt } from '../unbuilt.ts'
import type { RefreshGrant } from '../../tokens/refresh-grant.ts'
import type { World } from '../world.ts'
import { type Admission, issueAllTokens, issueTokens } from './issue-tokens.ts'

/**
 * New ID and access tokens for a refresh token; with rotation a new refresh token as well, which ends when the first
 * one would have. https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html
 */
export async function refresh(admission: Admission & { readonly grant: RefreshGrant }, world: World) {
  const { client, session, grant } = admission
  refuseUnbuilt(admission.pool, ['PreTokenGeneration'])
  const rotation = client.settings.RefreshTokenRotation
  if (rotation?.Feature !== 'ENABLED') return issueTokens(admission, world)
  const inGrace = isInGrace(session, grant, (rotation.RetryGracePeriodSeconds ?? 0) * 1000, world.clock.now())
  if (grant.generation === session.generation) return rotate(admission, world)
  if (inGrace) return issueAllTokens(admission, world)
  return revokeReused(session, world)
}

/** Whom a refresh token leads to, if it is this client's and still good. */
export async function readRefreshToken(
  token: string,
  { pool, client }: { readonly pool: Pool; readonly client: AppClient },
  world: World,
): Promise<Admission & { readonly grant: RefreshGrant }> {
  const grant = world.carried.refreshToken.open(token)
  if (!grant || grant.poolId !== pool.id || grant.clientId !== client.id) throw refreshTokenInvalid()
  if (grant.expiresAt <= world.clock.now()) throw refreshTokenExpired()
  const holder = await world.store.users.findWithSession(pool.id, grant.sub, grant.sessionId)
  if (!holder?.session) throw refreshTokenInvalid()
  if (holder.session.revokedAt !== undefined) throw refreshTokenRevoked()
  if (!holder.user.enabled) throw userDisabled()
  return { pool, client, user: holder.user, session: holder.session, grant }
}

async function rotate(admission: Admission, world: World): Promise<AuthenticationResultType> {
  const { session } = admission
  const now = world.clock.now()
  await world.store.decide([world.store.sessions.rotate(session, now, refreshTokenReused)])
  const rotated = { ...session, generation: session.generation + 1, rotatedAt: now }
  return issueAllTokens({ ...admission, session: rotated }, world)
}

/** The predecessor of the newest token stays good for a moment, for a client that lost the answer. */
function isInGrace(session: Session, grant: RefreshGrant, graceMs: number, now: number): boolean {
  return grant.generation === session.generation - 1 && now < (session.rotatedAt ?? 0) + graceMs
}

/** A token used again after its time was stolen from somebody: the whole family ends (RFC 9700, section 4.14.2). */
async function revokeReused(session: Session, { store, clock }: World): Promise<never> {
  await store.decide([store.sessions.revoke(session, clock.now())])
  throw refreshTokenReused()
}
