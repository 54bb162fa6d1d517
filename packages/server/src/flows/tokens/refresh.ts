import type { AuthenticationResultType } from '@cognate/wire/user-pools.ts'
import { hasOutlivedItsClient } from '../../domain/has-outlived-its-client.ts'
import type { CallOrigin } from '../../domain/call-origin.ts'
import { deviceTypeOf } from '../../domain/device-type.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import {
  refreshTokenExpired,
  refreshTokenInvalid,
  refreshTokenReused,
  refreshTokenRevoked,
  userDisabled,
} from '../../domain/refusals.ts'
import { tracksSessions } from '../../domain/session-tracking.ts'
import type { Session } from '../../domain/session.ts'
import { settled } from '../../store/settled.ts'
import { Conflict, type Statement } from '../../store/statement.ts'
import type { RefreshGrant } from '../../tokens/refresh-grant.ts'
import { refuseForeignDevice } from '../devices/refuse-foreign-device.ts'
import type { Occasion } from '../triggers/pre-token-generation.ts'
import type { World } from '../world.ts'
import { issueAllTokens, issueTokens, type Issuing, refreshTokenOf } from './issue-tokens.ts'

/** Whose client presents the token. */
export interface Presenter {
  readonly pool: Pool
  readonly client: AppClient
  /** The device that the token is presented on, as the client says. */
  readonly deviceKey: string | undefined
  readonly origin: CallOrigin
  readonly occasion: Occasion
}

/**
 * New ID and access tokens for a refresh token; with rotation a new refresh token as well, which ends when the first
 * one would have. https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html
 */
export function refresh(token: string, presenter: Presenter, world: World): Promise<AuthenticationResultType> {
  // Who loses a race for the same token sees, the second time, that it was rotated: in its grace period it stays good.
  return settled(async () => refreshOnce(await readRefreshToken(token, presenter, world), world))
}

async function refreshOnce(admission: RefreshAdmission, world: World): Promise<AuthenticationResultType> {
  const { client, session, grant } = admission
  const rotation = client.settings.RefreshTokenRotation
  const rotates = rotation?.Feature === 'ENABLED'
  if (isNewest(admission)) return rotates ? rotate(admission, world) : issueAgain(admission, world)
  const graceMs = rotates ? (rotation.RetryGracePeriodSeconds ?? 0) * 1000 : 0
  if (isInGrace(session, grant, graceMs, world.clock.now())) return issueAllTokens(admission, world)
  return revokeReused(session, world)
}

export type RefreshAdmission = Issuing & { readonly grant: RefreshGrant; readonly origin: CallOrigin }

/** Whether the token is the one that was given out last. */
export function isNewest({ grant, session }: RefreshAdmission): boolean {
  return grant.generation === session.generation
}

/** Whom a refresh token leads to, if it is this client's and still good. */
export async function readRefreshToken(
  token: string,
  { pool, client, deviceKey, origin, occasion }: Presenter,
  world: World,
): Promise<RefreshAdmission> {
  const grant = world.carried.refreshToken.open(token)
  if (!grant || grant.poolId !== pool.id || grant.clientId !== client.id) throw refreshTokenInvalid()
  if (grant.expiresAt <= world.clock.now()) throw refreshTokenExpired()
  const holder = await world.store.users.findWithSession(pool.id, grant.sub, grant.sessionId)
  if (!holder?.session || hasOutlivedItsClient(holder.session, client)) throw refreshTokenInvalid()
  world.journal.about({ flowId: holder.session.id, sub: holder.user.sub, userName: holder.user.username })
  if (holder.session.revokedAt !== undefined) throw refreshTokenRevoked()
  if (holder.session.expiresAt <= world.clock.now()) throw refreshTokenInvalid()
  if (!holder.user.enabled) throw userDisabled()
  await refuseForeignDevice(holder.session, deviceKey, world)
  return { pool, client, user: holder.user, session: holder.session, grant, origin, occasion }
}

/** New ID and access tokens, which leaves nothing behind but in a pool that tracks sessions. */
export async function issueAgain(admission: RefreshAdmission, world: World): Promise<AuthenticationResultType> {
  const used = activity(admission, world)
  if (used.length > 0) await world.store.decide(used)
  return issueTokens(admission, world)
}

async function rotate(admission: RefreshAdmission, world: World): Promise<AuthenticationResultType> {
  const { session } = admission
  // A function that fails must not cost the client the token that it has.
  const tokens = await issueTokens(admission, world)
  const now = world.clock.now()
  const { store } = world
  await store.decide([store.sessions.rotate(session, now, () => new Conflict()), ...activity(admission, world)])
  const rotated = { ...session, generation: session.generation + 1, rotatedAt: now }
  return { ...tokens, RefreshToken: refreshTokenOf(rotated, world) }
}

function activity({ pool, session, origin }: RefreshAdmission, { store, clock }: World): readonly Statement[] {
  if (!tracksSessions(pool.settings)) return []
  const used = { now: clock.now(), address: origin.address, deviceType: deviceTypeOf(origin.userAgent) }
  return [store.sessions.touch(session, used, refreshTokenRevoked)]
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
