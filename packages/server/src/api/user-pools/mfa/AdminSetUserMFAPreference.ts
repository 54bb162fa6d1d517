import { userNotConfirmed } from '../../../domain/refusals.ts'
import { requireUser } from '../../../flows/find-user.ts'
import { setMfaPreference } from '../../../flows/mfa/set-mfa-preference.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { mfaChangeOf } from './mfa-change-of.ts'

export const AdminSetUserMFAPreference = operation('AdminSetUserMFAPreference', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  const find = async () => {
    const user = await requireUser(pool, input.Username, context)
    if (user.status === 'UNCONFIRMED') throw userNotConfirmed()
    return user
  }
  await setMfaPreference(pool, find, mfaChangeOf(input), context)
  return {}
})
