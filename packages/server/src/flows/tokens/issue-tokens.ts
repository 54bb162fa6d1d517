import type { AuthenticationResultType } from '@cognate/wire/user-pools.ts'
import { mostGroupsOfUser } from '../../domain/most-groups-of-user.ts'
import type { Group } from '../../domain/group.ts'
import { issuerOf } from '../../domain/issuer.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import type { Session } from '../../domain/session.ts'
import { tokenValidity } from '../../domain/token-validity.ts'
import type { User } from '../../domain/user.ts'
import { accessTokenClaims, idTokenClaims } from '../../tokens/claims.ts'
import type { World } from '../world.ts'
import { currentSigningKeys } from './signing-keys.ts'

export interface Admission {
  readonly pool: Pool
  readonly client: AppClient
  readonly user: User
  readonly session: Session
}

/** An ID and an access token. */
export async function issueTokens(admission: Admission, world: World): Promise<AuthenticationResultType> {
  const { pool, client } = admission
  const [keys, groups] = await Promise.all([currentSigningKeys(pool.id, world), groupsOf(admission.user, world)])
  const issuer = issuerOf(pool, world.site)
  const grant = { ...admission, groups, issuer, now: world.clock.now(), newId: world.random.uuid }
  const [IdToken, AccessToken] = await Promise.all([
    world.tokenKeys.signer(keys.id)(idTokenClaims(grant)),
    world.tokenKeys.signer(keys.access)(accessTokenClaims(grant)),
  ])
  return { AccessToken, IdToken, ExpiresIn: tokenValidity(client).accessToken, TokenType: 'Bearer' }
}

/** Read anew for every token, so that a change acts on the next one. */
async function groupsOf({ poolId, sub, inGroups }: User, { store }: Pick<World, 'store'>): Promise<readonly Group[]> {
  return inGroups ? (await store.groups.ofUser(poolId, sub, { limit: mostGroupsOfUser })).items : []
}

/** The same with the refresh token of the session's present generation: after a sign-in, and on rotation. */
export async function issueAllTokens(admission: Admission, world: World): Promise<AuthenticationResultType> {
  return { ...(await issueTokens(admission, world)), RefreshToken: refreshTokenOf(admission.session, world) }
}

function refreshTokenOf(session: Session, { carried }: Pick<World, 'carried'>): string {
  const { poolId, clientId, sub, id, generation, expiresAt } = session
  return carried.refreshToken.seal({ poolId, clientId, sub, sessionId: id, generation, expiresAt })
}
