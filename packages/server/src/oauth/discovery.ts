import { issuerOf } from '../domain/issuer.ts'
import type { Pool } from '../domain/pool.ts'
import type { World } from '../flows/world.ts'

/** https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata; endpoints of a domain come with domains. */
export function discovery(pool: Pool, { site }: Pick<World, 'site'>): object {
  return {
    id_token_signing_alg_values_supported: ['RS256'],
    issuer: issuerOf(pool, site),
    jwks_uri: `${site.publicUrl}/${pool.id}/.well-known/jwks.json`,
    response_types_supported: ['code', 'token'],
    scopes_supported: ['openid', 'email', 'phone', 'profile'],
    subject_types_supported: ['public'],
  }
}
