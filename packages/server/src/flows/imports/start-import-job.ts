import { importLimits, importStatusesUnderWay, type ImportJob } from '../../domain/import-job.ts'
import type { Pool } from '../../domain/pool.ts'
import { importNotPossible } from '../../domain/refusals.ts'
import { settled } from '../../store/settled.ts'
import { poolStays } from '../pools/pool-stays.ts'
import type { World } from '../world.ts'
import { requireImportJob } from './find-import-job.ts'

/** Lets whichever node looks next import the file. */
export function startImportJob(pool: Pool, id: string, world: World): Promise<ImportJob> {
  return settled(async () => {
    const job = await requireImportJob(pool.id, id, world)
    const now = world.clock.now()
    checkStart(job, pool, now)
    const started: ImportJob = { ...job, status: 'Pending', work: { ...job.work, startedAt: now }, dueAt: now }
    const { imports, decide } = world.store
    await decide([
      poolStays(pool.id, world),
      imports.save(started),
      imports.atMostOne(pool.id, importStatusesUnderWay, anotherRuns),
    ])
    return { ...started, version: job.version + 1 }
  })
}

function checkStart({ status, createdAt, work }: ImportJob, { settings }: Pool, now: number): void {
  if (status !== 'Created') throw importNotPossible(`The job cannot be started: its status is ${status}.`)
  if (now >= createdAt + importLimits.startMs) throw importNotPossible('The user import job has expired.')
  if (!work.upload) throw importNotPossible('No file was uploaded for the job.')
  if (!settings.AutoVerifiedAttributes?.length)
    throw importNotPossible('The user pool has no attribute that is automatically verified.')
}

const anotherRuns = () => importNotPossible('Another import job of the user pool has not ended yet.')
