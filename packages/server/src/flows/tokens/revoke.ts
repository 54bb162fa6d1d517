import type { AppClient, Pool } from '../../domain/pool.ts'
import { invalid } from '../../domain/refusals.ts'
import { Refusal } from '../../domain/refusal.ts'
import { tracksTokenOrigin } from '../../domain/token-validity.ts'
import type { World } from '../world.ts'

/**
 * Ends the family of a refresh token. A token that is unknown, expired or ended already is as good as revoked.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RevokeToken.html
 */
export async function revokeRefreshToken(
  token: string,
  { pool, client }: { readonly pool: Pool; readonly client: AppClient },
  { carried, store, clock }: World,
): Promise<void> {
  if (!tracksTokenOrigin(client))
    throw new Refusal('UnsupportedOperationException', 'Token revocation is not enabled for this client.')
  if (token.split('.').length === 3) throw new Refusal('UnsupportedTokenTypeException', 'Unsupported token type.')
  const grant = carried.refreshToken.open(token)
  if (!grant || grant.poolId !== pool.id) throw invalid('Invalid token.')
  if (grant.clientId !== client.id)
    throw new Refusal('UnauthorizedException', 'The token was not issued to this client.')
  const session = await store.sessions.find(pool.id, grant.sub, grant.sessionId)
  if (session && session.revokedAt === undefined) await store.decide([store.sessions.revoke(session, clock.now())])
}
