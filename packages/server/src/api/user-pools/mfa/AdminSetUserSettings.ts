import { requireUser } from '../../../flows/find-user.ts'
import { setMfaPreference } from '../../../flows/mfa/set-mfa-preference.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { smsChangeOf } from './sms-change-of.ts'

export const AdminSetUserSettings = operation('AdminSetUserSettings', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  const find = () => requireUser(pool, input.Username, context)
  await setMfaPreference(pool, find, smsChangeOf(input.MFAOptions), context)
  return {}
})
