import { checkLogDelivery } from '../../../domain/log-delivery-rules.ts'
import { allClients } from '../../../domain/pool-resource.ts'
import { putResource } from '../../../flows/resources/put-resource.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const SetLogDeliveryConfiguration = operation(
  'SetLogDeliveryConfiguration',
  'operator',
  async (input, context) => {
    const { UserPoolId, LogConfigurations } = input
    const made = { poolId: UserPoolId, kind: 'LogDelivery', name: allClients, document: { LogConfigurations } } as const
    // The pool is saved with it, so that its plan stays the one that allows it.
    const conditions = async () => {
      const pool = await operatorPool(UserPoolId, context)
      checkLogDelivery(LogConfigurations, pool)
      return [context.store.pools.save(pool)]
    }
    await putResource(made, conditions, context)
    return { LogDeliveryConfiguration: { UserPoolId, LogConfigurations } }
  },
)
