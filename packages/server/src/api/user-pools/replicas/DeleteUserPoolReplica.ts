import { deleteReplica } from '../../../flows/replicas/delete-replica.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { replicaView } from '../views/replica.ts'

export const DeleteUserPoolReplica = operation('DeleteUserPoolReplica', 'operator', async (input, context) => {
  const { UserPoolId, RegionName } = input
  await deleteReplica(() => operatorPool(UserPoolId, context), RegionName, context)
  return { UserPoolReplica: replicaView(UserPoolId, context.caller.account, { RegionName, Status: 'DELETING' }) }
})
