import type { ImportJob } from '../../domain/import-job.ts'
import { importNotPossible } from '../../domain/refusals.ts'
import { settled } from '../../store/settled.ts'
import type { World } from '../world.ts'
import { requireImportJob } from './find-import-job.ts'
import { saveImportJob } from './save-import-job.ts'

/** Who imports meets the changed job at their next write, and leaves it to whoever looks next. */
export function stopImportJob(poolId: string, id: string, world: World): Promise<ImportJob> {
  return settled(async () => {
    const job = await requireImportJob(poolId, id, world)
    if (job.status !== 'Pending' && job.status !== 'InProgress')
      throw importNotPossible(`The job cannot be stopped: its status is ${job.status}.`)
    return saveImportJob({ ...job, status: 'Stopping', dueAt: world.clock.now() }, world)
  })
}
