import { csvColumnsOf } from '../../../domain/csv-columns.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'

export const GetCSVHeader = operation('GetCSVHeader', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  return { UserPoolId: pool.id, CSVHeader: csvColumnsOf(pool) }
})
