import type { AuthenticationResultType } from '@cognate/wire/user-pools.ts'
import { mostGroupsOfUser } from '../../domain/most-groups-of-user.ts'
import type { Group } from '../../domain/group.ts'
import { issuerOf } from '../../domain/issuer.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import type { Session } from '../../domain/session.ts'
import { tokenValidity } from '../../domain/token-validity.ts'
import type { User } from '../../domain/user.ts'
import { accessTokenClaims, apiScope, idTokenClaims } from '../../tokens/claims.ts'
import { overriddenAccessClaims, overriddenIdClaims } from '../../tokens/override-claims.ts'
import { type Occasion, preTokenGeneration } from '../triggers/pre-token-generation.ts'
import type { World } from '../world.ts'
import { refuseTooLong } from './refuse-too-long.ts'
import { currentSigningKeys } from './signing-keys.ts'

export interface Admission {
  readonly pool: Pool
  readonly client: AppClient
  readonly user: User
  readonly session: Session
}

export interface Issuing extends Admission {
  readonly occasion: Occasion
}

/** An ID and an access token, as a function of the pool may change them. */
export async function issueTokens(admission: Issuing, world: World): Promise<AuthenticationResultType> {
  const { pool, client, occasion } = admission
  const [keys, groups] = await Promise.all([currentSigningKeys(pool.id, world), groupsOf(admission.user, world)])
  const issuer = issuerOf(pool, world.site)
  const grant = { ...admission, groups, issuer, now: world.clock.now(), newId: world.random.uuid }
  const generation = { ...occasion, pool, client, user: admission.user, groups, scopes: [apiScope] }
  const overrides = await preTokenGeneration(generation, world)
  const ofId = overriddenIdClaims(idTokenClaims(grant), overrides)
  const ofAccess = overriddenAccessClaims(accessTokenClaims(grant), overrides)
  if (overrides) refuseTooLong([ofId, ofAccess])
  const [IdToken, AccessToken] = await Promise.all([
    world.tokenKeys.signer(keys.id)(ofId),
    world.tokenKeys.signer(keys.access)(ofAccess),
  ])
  return { AccessToken, IdToken, ExpiresIn: tokenValidity(client).accessToken, TokenType: 'Bearer' }
}

/** Read anew for every token, so that a change acts on the next one. */
async function groupsOf({ poolId, sub, inGroups }: User, { store }: Pick<World, 'store'>): Promise<readonly Group[]> {
  return inGroups ? (await store.groups.ofUser(poolId, sub, { limit: mostGroupsOfUser })).items : []
}

/** The same with the refresh token of the session's present generation: after a sign-in, and on rotation. */
export async function issueAllTokens(admission: Issuing, world: World): Promise<AuthenticationResultType> {
  return { ...(await issueTokens(admission, world)), RefreshToken: refreshTokenOf(admission.session, world) }
}

export function refreshTokenOf(session: Session, { carried }: Pick<World, 'carried'>): string {
  const { poolId, clientId, sub, id, generation, expiresAt } = session
  return carried.refreshToken.seal({ poolId, clientId, sub, sessionId: id, generation, expiresAt })
}
