import type { ImportJob } from '../../domain/import-job.ts'
import { columnsIn } from '../../domain/csv-columns.ts'
import type { ImportFormat } from '../../domain/import-row.ts'
import { resourceQuotas } from '../../domain/resource-quotas.ts'
import { Conflict } from '../../store/statement.ts'
import type { World } from '../world.ts'
import { importBatch } from './import-batch.ts'
import { resourceLimit } from '../quotas/resource-limit.ts'
import { chunksAtOnce } from './import-chunk.ts'
import { importLines, type ImportLine } from './import-lines.ts'
import { saveImportJob } from './save-import-job.ts'

/** A node that dies gives its job back after this; longer than any batch takes. */
const leaseMs = 60_000
const jobsAtOnce = 10
/** Few enough that sign-ins beside it do not wait. */
const linesAtOnce = 50

/** Works on jobs that nobody works on, until they are done or `closing` says so. Any number of nodes may do so at once. */
export async function runDueImports(world: World, closing: () => boolean): Promise<void> {
  for (const job of await world.store.imports.due(world.clock.now(), jobsAtOnce)) {
    if (closing()) return
    try {
      const claimed = await saveImportJob(leased(job, world), world)
      await steps[job.status](claimed, world, closing)
    } catch (error) {
      // Another node was faster, or the job was stopped, or is gone with its pool.
      if (error instanceof Conflict) continue
      const fault = error instanceof Error ? error.name : typeof error
      world.log.error('import failed', { pool: job.poolId, job: job.id, fault })
    }
  }
}

type Step = (job: ImportJob, world: World, closing: () => boolean) => Promise<void>

const leased = (job: ImportJob, { clock }: World): ImportJob => ({ ...job, dueAt: clock.now() + leaseMs })

const steps: Readonly<Record<ImportJob['status'], Step>> = {
  Created: (job, world) => end(job, 'Expired', 'The user import job has expired.', world),
  Pending: importFile,
  InProgress: importFile,
  Stopping: (job, world) => end(job, 'Stopped', 'The user import job was stopped.', world),
  Stopped: clear,
  Expired: clear,
  Failed: clear,
  Succeeded: clear,
}

async function importFile(claimed: ImportJob, world: World, closing: () => boolean): Promise<void> {
  const rows = await mostRows(claimed, world)
  if ((claimed.work.upload?.lines ?? 0) > rows + 2)
    return end(claimed, 'Failed', `The file has more than ${rows} rows.`, world)
  const lines = importLines(claimed, world)
  const first = await lines.next()
  const header = first.done ? '' : first.value.text
  if (!(await formatOf(claimed, header, world))) return end(claimed, 'Failed', wrongHeader, world)
  let job = claimed.status === 'InProgress' ? claimed : await saveImportJob({ ...claimed, status: 'InProgress' }, world)
  for await (const batch of batches(lines, job.work.lines)) {
    if (closing()) return giveBack(job, world)
    const format = await formatOf(job, header, world)
    if (!format) return end(job, 'Failed', wrongHeader, world)
    job = await importBatch({ job: leased(job, world), format, lines: batch }, world)
  }
  const { imported, skipped, failed } = job.work
  if (imported === 0 && skipped + failed > 0) return end(job, 'Failed', tooManyLeft, world)
  return end(job, 'Succeeded', 'The user import job has completed.', world)
}

async function mostRows({ poolId }: ImportJob, { store }: World): Promise<number> {
  const pool = await store.pools.find(poolId)
  return pool ? resourceLimit('UserImportRows', pool, { store }) : resourceQuotas.UserImportRows.standard
}

/** By the pool as it now is; undefined where it is gone, or the header is not of it. */
async function formatOf(
  { poolId, work }: ImportJob,
  header: string,
  { store }: World,
): Promise<ImportFormat | undefined> {
  const pool = await store.pools.find(poolId)
  const columns = pool && columnsIn(header, pool, work.passwordHashing)
  return columns && { pool, columns, ...(work.passwordHashing && { passwordHashing: work.passwordHashing }) }
}

const wrongHeader = 'The header of the file is not the CSV header of the user pool.'
const tooManyLeft = 'Too many users have failed or been skipped during the import.'

/** The lines behind those that are done, without blank ones. */
async function* batches(lines: AsyncIterable<ImportLine>, done: number): AsyncGenerator<readonly ImportLine[]> {
  let batch: ImportLine[] = []
  for await (const line of lines) {
    if (line.number <= done || line.text.trim() === '') continue
    batch.push(line)
    if (batch.length < linesAtOnce) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

async function giveBack(job: ImportJob, world: World): Promise<void> {
  await saveImportJob({ ...job, dueAt: world.clock.now() }, world)
}

async function end(job: ImportJob, status: ImportJob['status'], message: string, world: World): Promise<void> {
  const work = { ...job.work, completedAt: world.clock.now(), message }
  await clear(await saveImportJob({ ...job, status, work }, world), world)
}

/** The file goes with the end of its job; should that be interrupted, the job is due once more. */
async function clear(job: ImportJob, world: World): Promise<void> {
  const { poolId, id: jobId } = job
  while ((await world.store.imports.dropChunks({ poolId, jobId }, chunksAtOnce)) > 0);
  const { dueAt: _, ...settled } = job
  await saveImportJob(settled, world)
}
