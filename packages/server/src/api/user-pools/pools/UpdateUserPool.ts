import { settingsOfUpdatedPool } from '../../../domain/pool-settings.ts'
import { changePool } from '../../../flows/pools/change-pool.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const UpdateUserPool = operation('UpdateUserPool', 'operator', async (input, context) => {
  const find = () => operatorPool(input.UserPoolId, context)
  await changePool(find, (pool) => settingsOfUpdatedPool(pool, input), context)
  return {}
})
