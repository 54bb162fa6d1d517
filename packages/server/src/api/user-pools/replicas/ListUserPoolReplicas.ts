import { replicaStatus } from '../../../domain/pool-replica.ts'
import { invalid } from '../../../domain/refusals.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { primaryView, replicaView } from '../views/replica.ts'

/** One page: the primary [K], and at most one secondary. */
export const ListUserPoolReplicas = operation('ListUserPoolReplicas', 'operator', async (input, context) => {
  if (input.NextToken !== undefined) throw invalid('Invalid pagination token.')
  const pool = await operatorPool(input.UserPoolId, context)
  const { Replica } = pool.settings
  if (!Replica) return { UserPoolReplicas: [primaryView(pool)] }
  const Status = replicaStatus(Replica, context.clock.now())
  return {
    UserPoolReplicas: [primaryView(pool), replicaView(pool.id, pool.account, { ...Replica, Status })],
  }
})
