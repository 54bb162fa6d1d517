import type { Claims } from '../crypto/jws.ts'
import { groupStanding } from '../domain/group-standing.ts'
import type { Group } from '../domain/group.ts'
import { identitiesOf } from '../domain/identities.ts'
import type { AppClient, Pool } from '../domain/pool.ts'
import type { Session } from '../domain/session.ts'
import { tokenValidity, tracksTokenOrigin } from '../domain/token-validity.ts'
import { readableAttributes } from '../domain/user-attributes.ts'
import type { Attributes, User } from '../domain/user.ts'

/** What a sign-in through the API may do: everything that the API lets users do. */
export const apiScope = 'aws.cognito.signin.user.admin'

/** What the tokens of one sign-in are made from. */
export interface Grant {
  readonly pool: Pool
  readonly client: AppClient
  readonly user: User
  readonly session: Session
  /** Those the user is in. */
  readonly groups: readonly Group[]
  readonly issuer: string
  /** Milliseconds since 1970. */
  readonly now: number
  /** A fresh UUID for each token, its `jti`. */
  readonly newId: () => string
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html */
export function idTokenClaims(grant: Grant): Claims {
  const { user, client, session, issuer, groups } = grant
  const {
    email_verified,
    phone_number_verified,
    identities: _,
    ...attributes
  } = readableAttributes(user.attributes, client)
  return {
    sub: user.sub,
    ...groupsClaim(groups),
    ...rolesClaims(groups),
    ...verifiedFlag('email_verified', email_verified),
    iss: issuer,
    ...verifiedFlag('phone_number_verified', phone_number_verified),
    'cognito:username': user.username,
    ...origin(grant),
    aud: client.id,
    ...identitiesClaim(user),
    event_id: session.id,
    token_use: 'id',
    ...strength(session),
    ...times(grant, tokenValidity(client).idToken),
    ...attributeClaims(attributes),
  }
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html */
export function accessTokenClaims(grant: Grant): Claims {
  const { user, client, session, issuer, groups } = grant
  return {
    sub: user.sub,
    ...(session.deviceKey !== undefined && { device_key: session.deviceKey }),
    ...groupsClaim(groups),
    iss: issuer,
    client_id: client.id,
    ...origin(grant),
    event_id: session.id,
    token_use: 'access',
    ...strength(session),
    scope: apiScope,
    ...times(grant, tokenValidity(client).accessToken),
    username: user.username,
  }
}

/** A claim that would say nothing is left out. */
function groupsClaim(groups: readonly Group[]): Claims {
  return groups.length === 0 ? {} : { 'cognito:groups': groupStanding(groups).names }
}

function identitiesClaim({ attributes }: User): Claims {
  const identities = identitiesOf(attributes)
  return identities.length === 0 ? {} : { identities }
}

function rolesClaims(groups: readonly Group[]): Claims {
  const { roles, preferredRole } = groupStanding(groups)
  return {
    ...(roles.length > 0 && { 'cognito:roles': roles }),
    ...(preferredRole !== undefined && { 'cognito:preferred_role': preferredRole }),
  }
}

function origin({ client, session, newId }: Grant): Claims {
  return tracksTokenOrigin(client) ? { origin_jti: session.originJti, jti: newId() } : {}
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-step-up-authentication.html */
function strength({ acr, amr = [] }: Session): Claims {
  return { ...(acr !== undefined && { acr }), ...(amr.length > 0 && { amr }) }
}

function times({ session, now }: Grant, seconds: number): Claims {
  const issuedAt = Math.floor(now / 1000)
  return { auth_time: Math.floor(session.authenticatedAt / 1000), exp: issuedAt + seconds, iat: issuedAt }
}

/** The ID token says it as a boolean; everywhere else it is the text `true` or `false`. */
function verifiedFlag(name: string, value: string | undefined): Claims {
  return value === undefined ? {} : { [name]: value === 'true' }
}

function attributeClaims(attributes: Attributes): Claims {
  const { address, updated_at, ...others } = attributes
  return {
    ...(address === undefined ? {} : { address: { formatted: address } }),
    ...(updated_at === undefined ? {} : { updated_at: Number(updated_at) }),
    ...others,
  }
}
