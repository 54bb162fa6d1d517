import type { ImportJob } from '../../domain/import-job.ts'
import { importJobNotFound } from '../../domain/refusals.ts'
import type { World } from '../world.ts'

export async function requireImportJob(
  poolId: string,
  id: string,
  { store }: Pick<World, 'store'>,
): Promise<ImportJob> {
  const job = await store.imports.find(poolId, id)
  if (!job) throw importJobNotFound(id)
  return job
}
