import { termsOfClient } from '../../../flows/terms/terms.ts'
import { operation } from '../../operation.ts'
import { operatorClient } from '../../operator-pool.ts'
import { termsView } from '../views/terms.ts'

export const DescribeTermsByClient = operation('DescribeTermsByClient', 'operator', async (input, context) => {
  const { pool } = await operatorClient(input.UserPoolId, input.ClientId, context)
  return { Terms: termsView(await termsOfClient(pool.id, input, context)) }
})
