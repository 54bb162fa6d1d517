import { allClients } from '../../../domain/pool-resource.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const GetLogDeliveryConfiguration = operation(
  'GetLogDeliveryConfiguration',
  'operator',
  async (input, context) => {
    const { id: UserPoolId } = await operatorPool(input.UserPoolId, context)
    const found = await context.store.resources.find(UserPoolId, 'LogDelivery', allClients)
    const { LogConfigurations = [] } = found?.document ?? {}
    return { LogDeliveryConfiguration: { UserPoolId, LogConfigurations } }
  },
)
