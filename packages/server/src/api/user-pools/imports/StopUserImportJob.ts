import { stopImportJob } from '../../../flows/imports/stop-import-job.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { importJobView } from '../views/import-job.ts'

export const StopUserImportJob = operation('StopUserImportJob', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  return { UserImportJob: importJobView(await stopImportJob(pool.id, input.JobId, context), context) }
})
