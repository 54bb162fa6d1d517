import { requireBySub } from '../../../flows/find-user.ts'
import { setMfaPreference } from '../../../flows/mfa/set-mfa-preference.ts'
import { operation } from '../../operation.ts'
import { mfaChangeOf } from './mfa-change-of.ts'

export const SetUserMFAPreference = operation('SetUserMFAPreference', 'user', async (input, context) => {
  const { pool, user } = context.caller
  await setMfaPreference(pool, () => requireBySub(pool, user.sub, context), mfaChangeOf(input), context)
  return {}
})
