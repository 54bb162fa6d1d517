import { requireBySub } from '../../../flows/find-user.ts'
import { setMfaPreference } from '../../../flows/mfa/set-mfa-preference.ts'
import { operation } from '../../operation.ts'
import { smsChangeOf } from './sms-change-of.ts'

export const SetUserSettings = operation('SetUserSettings', 'user', async (input, context) => {
  const { pool, user } = context.caller
  await setMfaPreference(pool, () => requireBySub(pool, user.sub, context), smsChangeOf(input.MFAOptions), context)
  return {}
})
