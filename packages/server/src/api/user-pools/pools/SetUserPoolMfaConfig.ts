import { settingsWithMfa } from '../../../domain/pool-mfa-settings.ts'
import { changePool } from '../../../flows/pools/change-pool.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { mfaConfigView } from '../views/mfa-config.ts'

export const SetUserPoolMfaConfig = operation('SetUserPoolMfaConfig', 'operator', async (input, context) => {
  const find = () => operatorPool(input.UserPoolId, context)
  await changePool(find, (pool) => settingsWithMfa(pool, input), context)
  return mfaConfigView(await find())
})
