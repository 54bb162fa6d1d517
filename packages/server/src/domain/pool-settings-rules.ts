import { checkPoolFirstFactors } from './pool-first-factor-rules.ts'
import { checkPoolLambdas } from './pool-lambda-rules.ts'
import { checkPoolMessaging } from './pool-messaging-rules.ts'
import { hasMultiRegionKey } from './pool-replica.ts'
import type { PoolSituation, RequestedPool } from './pool-situation.ts'
import { checkPoolTier } from './pool-tier-rules.ts'
import type { PoolSettings } from './pool.ts'
import { invalid, replicaNeedsKey } from './refusals.ts'

/** Refuses settings that contradict each other, with the first rule they break. Sentences are AWS's where one was seen. */
export function checkPoolSettings(settings: PoolSettings, situation: PoolSituation): void {
  checkSignInNames(settings)
  checkPasswordValidity(situation.requested)
  checkPoolMessaging(settings, situation.place)
  checkAttributeUpdates(settings)
  checkAccountRecovery(settings)
  checkPoolFirstFactors(settings)
  checkPoolLambdas(settings)
  checkEncryption(settings)
  checkAcrNames(settings)
  checkPoolTier(settings, situation)
}

function checkSignInNames({ AliasAttributes, UsernameAttributes }: PoolSettings): void {
  if (AliasAttributes?.length && UsernameAttributes?.length)
    throw invalid('Only one of the aliasAttributes or usernameAttributes can be set in a User pool.')
}

/** Zero days count as not said. */
function checkPasswordValidity({ Policies, AdminCreateUserConfig }: RequestedPool): void {
  if (Policies?.PasswordPolicy?.TemporaryPasswordValidityDays && AdminCreateUserConfig?.UnusedAccountValidityDays)
    throw invalid('Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays')
}

function checkAttributeUpdates({ UserAttributeUpdateSettings, AutoVerifiedAttributes = [] }: PoolSettings): void {
  const asked = UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate ?? []
  if (asked.some((attribute) => !AutoVerifiedAttributes.includes(attribute)))
    throw invalid('All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes')
}

function checkAccountRecovery({ AccountRecoverySetting }: PoolSettings): void {
  const mechanisms = AccountRecoverySetting?.RecoveryMechanisms ?? []
  if (mechanisms.length > 1 && mechanisms.some(({ Name }) => Name === 'admin_only'))
    throw invalid('Account Recovery Setting cannot use admin_only setting with any other recovery mechanisms.')
  const distinct = (values: readonly unknown[]) => new Set(values).size === values.length
  if (!distinct(mechanisms.map(({ Priority }) => Priority)) || !distinct(mechanisms.map(({ Name }) => Name)))
    throw invalid('Account Recovery Setting cannot have duplicate priorities or recovery mechanisms.')
}

function checkEncryption(settings: PoolSettings): void {
  const { KeyConfiguration: key } = settings
  if (key?.KeyType === 'CUSTOMER_MANAGED_KEY' && !key.KmsKeyArn)
    throw invalid('KmsKeyArn is required when KeyType is CUSTOMER_MANAGED_KEY.')
  if (key?.KeyType === 'AWS_OWNED_KEY' && key.KmsKeyArn)
    throw invalid('KmsKeyArn cannot be set when KeyType is AWS_OWNED_KEY.')
  if (settings.Replica && !hasMultiRegionKey(settings)) throw replicaNeedsKey()
}

function checkAcrNames({ AcrConfiguration = {} }: PoolSettings): void {
  const unknown = Object.keys(AcrConfiguration).find((level) => !/^Level[1-4]$/.test(level))
  if (unknown) throw invalid(`${unknown} is not an ACR level: the levels are Level1, Level2, Level3 and Level4.`)
  const names = Object.values(AcrConfiguration).map(({ AcrValue }) => AcrValue)
  if (new Set(names).size < names.length) throw invalid('Each ACR level must have a name of its own.')
}
