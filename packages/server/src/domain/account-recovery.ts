import type { ContactAttribute } from './contact.ts'
import type { Pool } from './pool.ts'

const legacyOrder: readonly ContactAttribute[] = ['phone_number', 'email']

/**
 * The addresses a password is recovered by, the preferred one first; none where only an administrator resets it.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AccountRecoverySettingType.html
 */
export function recoveryAttributes({ settings }: Pool): readonly ContactAttribute[] {
  const mechanisms = settings.AccountRecoverySetting?.RecoveryMechanisms ?? []
  if (mechanisms.length === 0) return legacyOrder
  return mechanisms
    .toSorted((a, b) => a.Priority - b.Priority)
    .flatMap(({ Name }) => {
      if (Name === 'verified_email') return ['email']
      return Name === 'verified_phone_number' ? ['phone_number'] : []
    })
}
