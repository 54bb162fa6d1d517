import { withCustomAttributes } from '../../../domain/pool-schema.ts'
import { noImportRuns } from '../../../flows/imports/no-import-runs.ts'
import { changePool } from '../../../flows/pools/change-pool.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const AddCustomAttributes = operation('AddCustomAttributes', 'operator', async (input, context) => {
  await changePool(
    () => operatorPool(input.UserPoolId, context),
    ({ settings }) => ({ ...settings, Schema: withCustomAttributes(settings.Schema ?? [], input.CustomAttributes) }),
    context,
    ({ id }) => [noImportRuns(id, context)],
  )
  return {}
})
