import { settingsOfUpdatedPool } from '../../../domain/pool-settings.ts'
import type { Pool } from '../../../domain/pool.ts'
import { noImportRuns } from '../../../flows/imports/no-import-runs.ts'
import { changePool } from '../../../flows/pools/change-pool.ts'
import { checkLoweredTier } from '../../../flows/pools/check-lowered-tier.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const UpdateUserPool = operation('UpdateUserPool', 'operator', async (input, context) => {
  const find = () => operatorPool(input.UserPoolId, context)
  const change = async (pool: Pool) => {
    const settings = settingsOfUpdatedPool(pool, input)
    await checkLoweredTier(pool, settings, context)
    return settings
  }
  await changePool(find, change, context, ({ id }) => [noImportRuns(id, context)])
  return {}
})
