import type { Claims } from '../crypto/jws.ts'
import type { ClaimChanges, GroupClaims, TokenOverrides } from './token-overrides.ts'

/**
 * The claims of an ID token as a function changes them. What it may not change stays, and nobody is told.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
 */
export function overriddenIdClaims(claims: Claims, overrides: TokenOverrides | undefined): Claims {
  if (!overrides) return claims
  const { 'cognito:roles': _, 'cognito:preferred_role': __, ...withoutRoles } = claims
  const { groups } = overrides
  const grouped = groups ? { ...withGroups(withoutRoles, groups), ...rolesOf(groups) } : claims
  return changed(grouped, overrides.id, () => false)
}

/** Those of an access token. It may say for whom it is only where that is the client. */
export function overriddenAccessClaims(claims: Claims, overrides: TokenOverrides | undefined): Claims {
  if (!overrides) return claims
  const { groups, access } = overrides
  const grouped = groups ? withGroups(claims, groups) : claims
  const { scope: before, ...others } = changed(grouped, access, (name, value) => {
    return name === 'aud' && value === claims['client_id']
  })
  const present = typeof before === 'string' ? before.split(' ') : []
  const scopes = [...new Set([...present, ...access.scopesToAdd])].filter(
    (scope) => !access.scopesToSuppress.includes(scope),
  )
  return scopes.length === 0 ? others : { ...others, scope: scopes.join(' ') }
}

function changed(
  claims: Claims,
  { claimsToAddOrOverride, claimsToSuppress }: ClaimChanges,
  mayAdd: (name: string, value: unknown) => boolean,
): Claims {
  const added = Object.entries(claimsToAddOrOverride).filter(
    ([name, value]) => mayAdd(name, value) || (!isReserved(name) && !name.startsWith('dev:')),
  )
  const suppressed = new Set(claimsToSuppress.filter((name) => !isReserved(name)))
  return Object.fromEntries([...Object.entries(claims), ...added].filter(([name]) => !suppressed.has(name)))
}

/** No function may say who somebody is, or when and how they signed in. */
const isReserved = (name: string) => reserved.has(name) || name.startsWith('cognito:')

const reserved: ReadonlySet<string> = new Set([
  'acr',
  'amr',
  'at_hash',
  'aud',
  'auth_time',
  'azp',
  'client_id',
  'device_key',
  'event_id',
  'exp',
  'iat',
  'identities',
  'iss',
  'jti',
  'nbf',
  'nonce',
  'origin_jti',
  'scope',
  'sub',
  'token_use',
  'username',
  'version',
])

function withGroups(claims: Claims, { names }: GroupClaims): Claims {
  const { 'cognito:groups': _, ...others } = claims
  return names.length === 0 ? others : { ...others, 'cognito:groups': names }
}

function rolesOf({ roles, preferredRole }: GroupClaims): Claims {
  return {
    ...(roles.length > 0 && { 'cognito:roles': roles }),
    ...(preferredRole !== undefined && { 'cognito:preferred_role': preferredRole }),
  }
}
