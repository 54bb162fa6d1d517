import { updateReplica } from '../../../flows/replicas/update-replica.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { replicaView } from '../views/replica.ts'

export const UpdateUserPoolReplica = operation('UpdateUserPoolReplica', 'operator', async (input, context) => {
  const { UserPoolId } = input
  await updateReplica(() => operatorPool(UserPoolId, context), input, context)
  return { UserPoolReplica: replicaView(UserPoolId, context.caller.account, input) }
})
