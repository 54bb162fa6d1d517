import type { CreateUserPoolRequest, UpdateUserPoolRequest } from '@cognate/wire/user-pools.ts'
import { defaultAcrName } from './acr-name.ts'
import { keptWhenNotNamed } from './kept-when-not-named.ts'
import { completeMessages } from './pool-messages.ts'
import { completePolicies } from './pool-policies.ts'
import { schemaOfNewPool } from './pool-schema.ts'
import { checkPoolSettings } from './pool-settings-rules.ts'
import type { RequestedPool } from './pool-situation.ts'
import { checkChangedTags, checkNewTags } from './pool-tags.ts'
import type { Place, Pool, PoolSettings } from './pool.ts'

/**
 * What CreateUserPool keeps: every member of the request, with the service's defaults where it is silent.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html
 */
export function settingsOfNewPool(requested: CreateUserPoolRequest, place: Place): PoolSettings {
  const settings = completed(requested, {
    PoolName: requested.PoolName,
    Schema: schemaOfNewPool(requested.Schema),
    AliasAttributes: requested.AliasAttributes,
    UsernameAttributes: requested.UsernameAttributes,
    UsernameConfiguration: requested.UsernameConfiguration,
    UserPoolTags: requested.UserPoolTags ?? {},
    Mfa: undefined,
    Sessions: undefined,
    Replica: undefined,
  })
  checkNewTags(settings.UserPoolTags)
  checkPoolSettings(settings, { requested, place })
  return settings
}

/**
 * What UpdateUserPool keeps: a member that is not named returns to its default, except those of `keptWhenNotNamed`, those
 * that no update can touch, the registration of clients, which the documentation excepts, and the tags: Terraform sets
 * those with TagResource and then updates the pool without naming them.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPool.html
 */
export function settingsOfUpdatedPool(pool: Pool, requested: UpdateUserPoolRequest): PoolSettings {
  const before = pool.settings
  const named = {
    ...requested,
    ...keptWhenNotNamed(before, requested),
    DcrConfiguration: requested.DcrConfiguration ?? before.DcrConfiguration,
  }
  const settings = completed(named, {
    PoolName: requested.PoolName ?? before.PoolName,
    Schema: before.Schema,
    AliasAttributes: before.AliasAttributes,
    UsernameAttributes: before.UsernameAttributes,
    UsernameConfiguration: before.UsernameConfiguration,
    UserPoolTags: checkChangedTags(before.UserPoolTags, requested.UserPoolTags ?? before.UserPoolTags ?? {}),
    Mfa: mfaOfUpdatedPool(before.Mfa, named.MfaConfiguration),
    Sessions: before.Sessions,
    Replica: before.Replica,
  })
  checkPoolSettings(settings, { requested, place: pool, before })
  return settings
}

/** MFA that is turned off takes its factors with it; passkeys are none. */
function mfaOfUpdatedPool(before: PoolSettings['Mfa'], mode: PoolSettings['MfaConfiguration']): PoolSettings['Mfa'] {
  if (!before || mode === 'ON' || mode === 'OPTIONAL') return before
  return { WebAuthnConfiguration: before.WebAuthnConfiguration }
}

/** What is decided otherwise than by the default of a member. */
type Fixed = Pick<
  PoolSettings,
  | 'PoolName'
  | 'Schema'
  | 'AliasAttributes'
  | 'UsernameAttributes'
  | 'UsernameConfiguration'
  | 'UserPoolTags'
  | 'Mfa'
  | 'Sessions'
  | 'Replica'
>

/** Names every member, so that nothing is kept that the contract does not know. */
function completed(requested: RequestedPool, fixed: Fixed): PoolSettings {
  return {
    ...fixed,
    ...completeMessages(requested),
    Policies: completePolicies(requested),
    DeletionProtection: requested.DeletionProtection ?? 'INACTIVE',
    LambdaConfig: completeLambdaConfig(requested.LambdaConfig),
    AutoVerifiedAttributes: requested.AutoVerifiedAttributes,
    SmsAuthenticationMessage: requested.SmsAuthenticationMessage,
    MfaConfiguration: requested.MfaConfiguration ?? 'OFF',
    UserAttributeUpdateSettings: {
      AttributesRequireVerificationBeforeUpdate: [],
      ...requested.UserAttributeUpdateSettings,
    },
    DeviceConfiguration: requested.DeviceConfiguration && { ...noDeviceTracking, ...requested.DeviceConfiguration },
    EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT', ...requested.EmailConfiguration },
    SmsConfiguration: requested.SmsConfiguration,
    AdminCreateUserConfig: completeAdminCreateUserConfig(requested),
    UserPoolAddOns: requested.UserPoolAddOns,
    AccountRecoverySetting: requested.AccountRecoverySetting ?? defaultAccountRecovery,
    UserPoolTier: requested.UserPoolTier ?? 'ESSENTIALS',
    KeyConfiguration: requested.KeyConfiguration,
    IssuerConfiguration: requested.IssuerConfiguration,
    DcrConfiguration: requested.DcrConfiguration && { ...defaultDcrConfiguration, ...requested.DcrConfiguration },
    AcrConfiguration: { ...defaultAcrConfiguration, ...requested.AcrConfiguration },
  }
}

/** The older form of the policy's TemporaryPasswordValidityDays; Describe shows both. */
function completeAdminCreateUserConfig(requested: RequestedPool): PoolSettings['AdminCreateUserConfig'] {
  return {
    AllowAdminCreateUserOnly: false,
    ...requested.AdminCreateUserConfig,
    UnusedAccountValidityDays: completePolicies(requested).PasswordPolicy?.TemporaryPasswordValidityDays,
  }
}

/** The two ways to name the function that changes tokens are kept in step, as Describe shows them. */
function completeLambdaConfig(requested: PoolSettings['LambdaConfig'] = {}): PoolSettings['LambdaConfig'] {
  const { PreTokenGeneration: arn, PreTokenGenerationConfig: config } = requested
  if (config) return { ...requested, PreTokenGeneration: arn ?? config.LambdaArn }
  if (arn) return { ...requested, PreTokenGenerationConfig: { LambdaVersion: 'V1_0', LambdaArn: arn } }
  return requested
}

const noDeviceTracking: PoolSettings['DeviceConfiguration'] = {
  ChallengeRequiredOnNewDevice: false,
  DeviceOnlyRememberedOnUserPrompt: false,
}

/** Since February 2020 a new pool that says nothing recovers by e-mail first. */
const defaultAccountRecovery: PoolSettings['AccountRecoverySetting'] = {
  RecoveryMechanisms: [
    { Priority: 1, Name: 'verified_email' },
    { Priority: 2, Name: 'verified_phone_number' },
  ],
}

const defaultAcrConfiguration: PoolSettings['AcrConfiguration'] = Object.fromEntries(
  ['Level1', 'Level2', 'Level3', 'Level4'].map((level) => [level, { AcrValue: defaultAcrName(level) }]),
)

const defaultDcrConfiguration: PoolSettings['DcrConfiguration'] = {
  EnableStatus: 'Enabled',
  OpenDcrEnabled: false,
  AuthenticatedGrantTypes: ['code', 'client_credentials'],
  OpenDcrGrantTypes: ['code'],
}
