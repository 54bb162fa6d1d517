import type { Claims } from '../crypto/jws.ts'
import type { AppClient } from '../domain/pool.ts'
import { tokenValidity } from '../domain/token-validity.ts'

/** What the token of a client that acts for nobody is made from. */
export interface ClientGrant {
  readonly client: AppClient
  /** Full names: `<resource server>/<scope>`. */
  readonly scopes: readonly string[]
  readonly issuer: string
  /** Milliseconds since 1970. */
  readonly now: number
  /** The token's `jti`. */
  readonly id: string
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html */
export function clientTokenClaims({ client, scopes, issuer, now, id }: ClientGrant): Claims {
  const issuedAt = Math.floor(now / 1000)
  return {
    sub: client.id,
    token_use: 'access',
    scope: scopes.join(' '),
    auth_time: issuedAt,
    iss: issuer,
    exp: issuedAt + tokenValidity(client).accessToken,
    iat: issuedAt,
    version: 2,
    jti: id,
    client_id: client.id,
  }
}
