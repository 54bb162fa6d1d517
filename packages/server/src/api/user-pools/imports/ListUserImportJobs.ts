import { operation } from '../../operation.ts'
import { operatorPool } from '../../operator-pool.ts'
import { pageToken, placeOf } from '../../page-token.ts'
import { importJobView } from '../views/import-job.ts'

/** The answer has fewer than may be asked for. */
const mostJobs = 50

export const ListUserImportJobs = operation('ListUserImportJobs', 'operator', async (input, context) => {
  const pool = await operatorPool(input.UserPoolId, context)
  const list = `ListUserImportJobs:${pool.id}`
  const after = placeOf(input.PaginationToken, list, context.sealer)
  const limit = Math.min(input.MaxResults, mostJobs)
  const page = await context.store.imports.list(pool.id, { limit, ...after })
  return {
    UserImportJobs: page.items.map((job) => importJobView(job, context)),
    PaginationToken: pageToken(page.next, list, context.sealer),
  }
})
