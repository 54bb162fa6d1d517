import type { CreateUserPoolRequest, UpdateUserPoolRequest } from '@cognate/wire/user-pools.ts'
import { completeMessages } from './pool-messages.ts'
import { completePolicies } from './pool-policies.ts'
import { schemaOfNewPool } from './pool-schema.ts'
import { checkPoolSettings } from './pool-settings-rules.ts'
import type { Place, Pool, PoolSettings } from './pool.ts'

/**
 * What CreateUserPool keeps: every member of the request, with the service's defaults where it is silent.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html
 */
export function settingsOfNewPool(requested: CreateUserPoolRequest, place: Place): PoolSettings {
  const settings = completed({ ...requested, Schema: schemaOfNewPool(requested.Schema) })
  checkPoolSettings(settings, requested, place)
  return settings
}

/**
 * What UpdateUserPool keeps: a member that is not named returns to its default, except what no update can touch.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPool.html
 */
export function settingsOfUpdatedPool(pool: Pool, requested: UpdateUserPoolRequest): PoolSettings {
  const { UserPoolId, ...named } = withoutUnset(requested)
  const { PoolName, Schema, AliasAttributes, UsernameAttributes, UsernameConfiguration } = pool.settings
  const { UserPoolTags, UserPoolTier, KeyConfiguration, IssuerConfiguration } = pool.settings
  const settings = completed({
    UserPoolTags,
    UserPoolTier,
    KeyConfiguration,
    IssuerConfiguration,
    ...named,
    PoolName: named.PoolName ?? PoolName,
    Schema,
    AliasAttributes,
    UsernameAttributes,
    UsernameConfiguration,
  })
  checkPoolSettings(settings, named, pool)
  return settings
}

function completed(requested: PoolSettings): PoolSettings {
  const policies = completePolicies(requested)
  return {
    ...requested,
    ...completeMessages(requested),
    Policies: policies,
    DeletionProtection: requested.DeletionProtection ?? 'INACTIVE',
    LambdaConfig: completeLambdaConfig(requested.LambdaConfig),
    MfaConfiguration: requested.MfaConfiguration ?? 'OFF',
    UserAttributeUpdateSettings: {
      AttributesRequireVerificationBeforeUpdate: [],
      ...requested.UserAttributeUpdateSettings,
    },
    EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT', ...requested.EmailConfiguration },
    UserPoolTags: requested.UserPoolTags ?? {},
    AdminCreateUserConfig: {
      AllowAdminCreateUserOnly: false,
      ...requested.AdminCreateUserConfig,
      UnusedAccountValidityDays: policies.PasswordPolicy?.TemporaryPasswordValidityDays,
    },
    AccountRecoverySetting: requested.AccountRecoverySetting ?? defaultAccountRecovery,
    UserPoolTier: requested.UserPoolTier ?? 'ESSENTIALS',
    AcrConfiguration: { ...defaultAcrConfiguration, ...requested.AcrConfiguration },
    DcrConfiguration: requested.DcrConfiguration && { ...defaultDcrConfiguration, ...requested.DcrConfiguration },
  }
}

/** Since February 2020 a new pool that says nothing recovers by e-mail first. */
const defaultAccountRecovery: PoolSettings['AccountRecoverySetting'] = {
  RecoveryMechanisms: [
    { Priority: 1, Name: 'verified_email' },
    { Priority: 2, Name: 'verified_phone_number' },
  ],
}

const defaultAcrConfiguration: PoolSettings['AcrConfiguration'] = {
  Level1: { AcrValue: 'urn:cognito:loa:1' },
  Level2: { AcrValue: 'urn:cognito:loa:2' },
  Level3: { AcrValue: 'urn:cognito:loa:3' },
  Level4: { AcrValue: 'urn:cognito:loa:4' },
}

const defaultDcrConfiguration: PoolSettings['DcrConfiguration'] = {
  EnableStatus: 'Enabled',
  OpenDcrEnabled: false,
  AuthenticatedGrantTypes: ['code', 'client_credentials'],
  OpenDcrGrantTypes: ['code'],
}

/** The two ways to name the function that changes tokens are kept in step, as Describe shows them. */
function completeLambdaConfig(requested: PoolSettings['LambdaConfig'] = {}): PoolSettings['LambdaConfig'] {
  const { PreTokenGeneration: arn, PreTokenGenerationConfig: config } = requested
  if (config) return { ...requested, PreTokenGeneration: arn ?? config.LambdaArn }
  if (arn) return { ...requested, PreTokenGenerationConfig: { LambdaVersion: 'V1_0', LambdaArn: arn } }
  return requested
}

/** A member that is there but undefined must not hide what is kept. */
function withoutUnset<Members extends object>(members: Members): Members {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Members
}
