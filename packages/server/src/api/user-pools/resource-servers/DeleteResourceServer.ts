import { removeResourceServer } from '../../../flows/resources/resource-servers.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const DeleteResourceServer = operation('DeleteResourceServer', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  await removeResourceServer(pool.id, input.Identifier, context)
  return {}
})
