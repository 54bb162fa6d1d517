import type { ChallengeNameType, OperationName } from '@cognate/wire/user-pools.ts'
import { replicaStatus } from './pool-replica.ts'
import type { Pool } from './pool.ts'
import { onlyInPrimary, replicaInactive } from './refusals.ts'

/**
 * Whether the pool is at all in a Region, its own or its replica's. In the replica's, an operation is refused that is
 * not for secondaries, or not while the replica is not active.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-multi-region.html
 */
export function isServedIn(region: string, operation: string, pool: Pool, now: number): boolean {
  if (pool.region === region) return true
  const replica = pool.settings.Replica
  if (replica?.RegionName !== region) return false
  if (always.has(operation)) return true
  if (!whileActive.has(operation)) throw onlyInPrimary(operation, pool.region)
  if (replicaStatus(replica, now) !== 'ACTIVE') throw replicaInactive(region)
  return true
}

/** A secondary has no software tokens, and changes no user: neither their password nor their factors. */
export function checkAnswerIn(region: string, challenge: ChallengeNameType, pool: Pool): void {
  if (pool.region !== region && changing.has(challenge)) throw onlyInPrimary(challenge, pool.region)
}

const changing: ReadonlySet<ChallengeNameType> = new Set(['SOFTWARE_TOKEN_MFA', 'MFA_SETUP', 'NEW_PASSWORD_REQUIRED'])

/**
 * Amazon's list without what sets a Region's own e-mail, SMS, risk, log and domain configuration: here both Regions have
 * one of each, and nothing that is set for one of them may change the other.
 */
const always: ReadonlySet<string> = new Set<OperationName>([
  'AdminGetDevice',
  'AdminGetUser',
  'AdminListDevices',
  'AdminListGroupsForUser',
  'AdminListUserAuthEvents',
  'DeleteUserPoolReplica',
  'DescribeIdentityProvider',
  'DescribeManagedLoginBranding',
  'DescribeManagedLoginBrandingByClient',
  'DescribeResourceServer',
  'DescribeRiskConfiguration',
  'DescribeTerms',
  'DescribeUserPool',
  'DescribeUserPoolClient',
  'DescribeUserPoolDomain',
  'GetGroup',
  'GetLogDeliveryConfiguration',
  'GetSigningCertificate',
  'GetUICustomization',
  'GetUserPoolMfaConfig',
  'ListIdentityProviders',
  'ListGroups',
  'ListResourceServers',
  'ListTagsForResource',
  'ListTerms',
  'ListUserPoolClients',
  'ListUserPoolClientSecrets',
  'ListUserPoolReplicas',
  'ListUsers',
  'ListUsersInGroup',
  'TagResource',
  'UntagResource',
  'UpdateUserPoolReplica',
])

const whileActive: ReadonlySet<string> = new Set<OperationName>([
  'AdminInitiateAuth',
  'AdminRespondToAuthChallenge',
  'AdminUpdateAuthEventFeedback',
  'AdminUserGlobalSignOut',
  'GetDevice',
  'GetIdentityProviderByIdentifier',
  'GetTokensFromRefreshToken',
  'GetUser',
  'GetUserAuthFactors',
  'GlobalSignOut',
  'InitiateAuth',
  'ListDevices',
  'ListWebAuthnCredentials',
  'RespondToAuthChallenge',
  'RevokeToken',
  'UpdateAuthEventFeedback',
])
