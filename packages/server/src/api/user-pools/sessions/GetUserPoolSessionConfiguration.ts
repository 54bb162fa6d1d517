import { noSessionTracking } from '../../../domain/session-tracking.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const GetUserPoolSessionConfiguration = operation(
  'GetUserPoolSessionConfiguration',
  'operator',
  async (input, context) => {
    const { id, settings } = await operatorPool(input.UserPoolId, context)
    return { UserPoolId: id, ...(settings.Sessions ?? noSessionTracking) }
  },
)
