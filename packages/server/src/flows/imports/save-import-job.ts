import type { ImportJob } from '../../domain/import-job.ts'
import type { World } from '../world.ts'

/** Saves a job as it shall be, by the version that was read; gives it as it then is. Throws Conflict. */
export async function saveImportJob(job: ImportJob, { store }: Pick<World, 'store'>): Promise<ImportJob> {
  await store.decide([store.imports.save(job)])
  return { ...job, version: job.version + 1 }
}
