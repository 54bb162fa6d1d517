import { importLimits, type ImportJob, type ImportWork } from '../../domain/import-job.ts'
import type { Pool } from '../../domain/pool.ts'
import { poolStays } from '../pools/pool-stays.ts'
import { mostInPool } from '../quotas/most-in-pool.ts'
import type { World } from '../world.ts'

type Wanted = Pick<ImportWork, 'name' | 'cloudWatchLogsRoleArn' | 'passwordHashing'>

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** A job that waits for its file and to be started. */
export async function createImportJob(pool: Pool, wanted: Wanted, world: World): Promise<ImportJob> {
  const { store, clock, random } = world
  const most = await mostInPool('UserImportJobs', pool, world)
  const now = clock.now()
  const job: ImportJob = {
    poolId: pool.id,
    id: `import-${random.text(10, alphabet)}`,
    status: 'Created',
    work: { ...wanted, lines: 0, imported: 0, skipped: 0, failed: 0 },
    createdAt: now,
    dueAt: now + importLimits.startMs,
    version: 1,
  }
  await store.decide([poolStays(pool.id, world), store.imports.add(job), store.imports.atMost(pool.id, most)])
  return job
}
