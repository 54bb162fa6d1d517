import { startImportJob } from '../../../flows/imports/start-import-job.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { importJobView } from '../views/import-job.ts'

export const StartUserImportJob = operation('StartUserImportJob', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  return { UserImportJob: importJobView(await startImportJob(pool, input.JobId, context), context) }
})
