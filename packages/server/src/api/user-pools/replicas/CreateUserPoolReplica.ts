import { createReplica } from '../../../flows/replicas/create-replica.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { replicaView } from '../views/replica.ts'

export const CreateUserPoolReplica = operation('CreateUserPoolReplica', 'operator', async (input, context) => {
  const { UserPoolId } = input
  const { RegionName } = await createReplica(() => operatorPool(UserPoolId, context), input, context)
  return { UserPoolReplica: replicaView(UserPoolId, context.caller.account, { RegionName, Status: 'CREATING' }) }
})
