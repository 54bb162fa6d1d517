import type { ClientAuthenticationResultType } from '@cognate/wire/user-pools.ts'
import { issuerOf } from '../../domain/issuer.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import { clientWithoutScopes, flowNotEnabled, scopeNotAllowed } from '../../domain/refusals.ts'
import { tokenValidity } from '../../domain/token-validity.ts'
import { clientTokenClaims } from '../../tokens/client-token-claims.ts'
import { overriddenAccessClaims } from '../../tokens/override-claims.ts'
import { checkClientSecret } from '../client-secret.ts'
import { offeredTo } from '../clients/offered-to.ts'
import { preClientTokenGeneration } from '../triggers/pre-token-generation.ts'
import type { World } from '../world.ts'
import { refuseTooLong } from './refuse-too-long.ts'
import { currentSigningKeys } from './signing-keys.ts'

interface Asked {
  readonly secret: string
  /** Full names; where it names none, the client gets all that it may have. */
  readonly scopes: readonly string[]
  readonly clientMetadata: Readonly<Record<string, string>> | undefined
}

/**
 * An access token for a client that acts for nobody but itself.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetClientToken.html
 */
export async function issueClientToken(
  { pool, client }: { readonly pool: Pool; readonly client: AppClient },
  { secret, scopes: asked, clientMetadata }: Asked,
  world: World,
): Promise<ClientAuthenticationResultType> {
  checkClientSecret(client, secret, world)
  // Without a secret there was nothing to check.
  if (!client.secrets?.length || !client.settings.ExplicitAuthFlows?.includes('ALLOW_CLIENT_TOKEN_AUTH'))
    throw flowNotEnabled('CLIENT_TOKEN_AUTH')
  const scopes = await granted(asked, client, world)
  const { access } = await currentSigningKeys(pool.id, world)
  const grant = { client, scopes, issuer: issuerOf(pool, world.site), now: world.clock.now(), id: world.random.uuid() }
  const overrides = await preClientTokenGeneration({ pool, client, scopes, clientMetadata }, world)
  const claims = overriddenAccessClaims(clientTokenClaims(grant), overrides)
  if (overrides) refuseTooLong([claims])
  const AccessToken = await world.tokenKeys.signer(access)(claims)
  return { AccessToken, ExpiresIn: tokenValidity(client).accessToken, TokenType: 'Bearer' }
}

/** What the client may have is what it names of what there is: the resource server may have been deleted since. */
async function granted(
  asked: readonly string[],
  { poolId, settings }: AppClient,
  world: World,
): Promise<readonly string[]> {
  const offered = new Set((await offeredTo(settings, poolId, world)).scopes)
  const allowed = (settings.AllowedOAuthScopes ?? []).filter((scope) => offered.has(scope))
  const refused = asked.find((scope) => !allowed.includes(scope))
  if (refused !== undefined) throw scopeNotAllowed(refused)
  if (allowed.length === 0) throw clientWithoutScopes()
  return asked.length === 0 ? allowed : [...new Set(asked)]
}
