import { addResourceServer } from '../../../flows/resources/resource-servers.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { resourceServerView } from '../views/resource-server.ts'

export const CreateResourceServer = operation('CreateResourceServer', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  return { ResourceServer: resourceServerView(await addResourceServer(pool, input, context)) }
})
