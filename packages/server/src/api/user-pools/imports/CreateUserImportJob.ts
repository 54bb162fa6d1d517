import { createImportJob } from '../../../flows/imports/create-import-job.ts'
import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { importJobView } from '../views/import-job.ts'

export const CreateUserImportJob = operation('CreateUserImportJob', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  const { JobName: name, CloudWatchLogsRoleArn: cloudWatchLogsRoleArn, PasswordHashingAlgorithm: hashing } = input
  const wanted = { name, cloudWatchLogsRoleArn, ...(hashing && { passwordHashing: hashing }) }
  return { UserImportJob: importJobView(await createImportJob(pool, wanted, context), context) }
})
