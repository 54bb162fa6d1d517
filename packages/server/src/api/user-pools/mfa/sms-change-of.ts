import type { MFAOptionType } from '@cognate/wire/user-pools.ts'
import type { MfaPreferenceChange } from '../../../domain/mfa-preference.ts'
import { invalid } from '../../../domain/refusals.ts'

/** The older form of a preference: codes by SMS, or none. */
export function smsChangeOf(options: readonly MFAOptionType[]): MfaPreferenceChange {
  const other = options.some(
    ({ DeliveryMedium, AttributeName }) => DeliveryMedium !== 'SMS' || AttributeName !== 'phone_number',
  )
  if (other) throw invalid('MFAOptions can only have the delivery medium SMS and the attribute phone_number.')
  return { SMS_MFA: { Enabled: options.length > 0 } }
}
