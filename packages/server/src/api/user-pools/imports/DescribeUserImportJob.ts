import { requireImportJob } from '../../../flows/imports/find-import-job.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { importJobView } from '../views/import-job.ts'

export const DescribeUserImportJob = operation('DescribeUserImportJob', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  return { UserImportJob: importJobView(await requireImportJob(pool.id, input.JobId, context), context) }
})
