import type { GetUserResponse, MFAOptionType } from '@cognate/wire/user-pools.ts'
import type { User } from '../../../domain/user.ts'

/** The second factors a user turned on, as the user and an administrator see them; nothing where there are none. */
export function mfaView(
  user: User,
): Pick<GetUserResponse, 'MFAOptions' | 'PreferredMfaSetting' | 'UserMFASettingList'> {
  const { mfa } = user.credentials
  return {
    MFAOptions: mfaOptions(user),
    PreferredMfaSetting: mfa?.preferred,
    UserMFASettingList: mfa?.enabled,
  }
}

/** The older form, which knows text messages alone. */
export function mfaOptions({ credentials }: User): readonly MFAOptionType[] | undefined {
  const bySms = credentials.mfa?.enabled.includes('SMS_MFA')
  return bySms ? [{ DeliveryMedium: 'SMS', AttributeName: 'phone_number' }] : undefined
}
