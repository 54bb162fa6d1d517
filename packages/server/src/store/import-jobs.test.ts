import { expect } from 'vitest'
import type { ImportJob } from '../domain/import-job.ts'
import { storeTest } from '../testing/every-store.ts'
import { aPool, uniqueText } from '../testing/store-fixtures.ts'
import { Conflict } from './statement.ts'

const work = { name: 'job', cloudWatchLogsRoleArn: 'arn', lines: 0, imported: 0, skipped: 0, failed: 0 }

function aJob(poolId: string, over: Partial<ImportJob> = {}): ImportJob {
  return { poolId, id: `import-${uniqueText(10)}`, status: 'Created', work, createdAt: 1, version: 1, ...over }
}

storeTest('an import job comes back as it was stored and saved, and an outdated save is refused', async (store) => {
  const { imports, decide } = store
  const job = aJob(uniqueText(9), { dueAt: 5 })
  await decide([imports.add(job)])
  expect(await imports.find(job.poolId, job.id)).toEqual(job)
  expect(await imports.find('another', job.id)).toBeUndefined()
  const { dueAt: _, ...never } = job
  const changed: ImportJob = { ...never, status: 'Stopped', work: { ...work, imported: 7 } }
  await decide([imports.save(changed)])
  expect(await imports.find(job.poolId, job.id)).toEqual({ ...changed, version: 2 })
  await expect(decide([imports.save(changed)])).rejects.toBeInstanceOf(Conflict)
})

storeTest('import jobs of a pool come by id, page by page', async (store) => {
  const { imports, decide } = store
  const poolId = uniqueText(9)
  const jobs = ['import-a', 'import-b', 'import-c'].map((id) => aJob(poolId, { id }))
  await decide(jobs.map((job) => imports.add(job)))
  const first = await imports.list(poolId, { limit: 2 })
  expect(first).toEqual({ items: jobs.slice(0, 2), next: 'import-b' })
  expect(await imports.list(poolId, { limit: 2, after: 'import-b' })).toEqual({ items: jobs.slice(2) })
})

storeTest('import jobs that are due are found on time, the longest due first', async (store) => {
  const { imports, decide } = store
  const poolId = uniqueText(9)
  const jobs = [-30, -40, -20].map((dueAt) => aJob(poolId, { dueAt }))
  await decide([...jobs, aJob(poolId)].map((job) => imports.add(job)))
  expect(await imports.due(-30, 10)).toEqual([jobs[1], jobs[0]])
  expect(await imports.due(-30, 1)).toEqual([jobs[1]])
})

storeTest('a file is kept in parts, and dropped alone or with all of its job', async (store) => {
  const { imports, decide } = store
  const [poolId, jobId] = [uniqueText(9), 'import-a']
  const part = (uploadId: string, place: number) => ({ poolId, jobId, uploadId, place })
  const parts = [part('u', 0), part('u', 1), part('v', 0), part('w', 0)]
  await decide(parts.map((each) => imports.addChunk({ ...each, sealed: `${each.uploadId}${each.place}` })))
  expect(await imports.chunk(part('u', 1))).toBe('u1')
  expect(await imports.chunk(part('u', 2))).toBeUndefined()
  expect(await imports.dropChunks({ poolId, jobId, uploadId: 'u' }, 1)).toBe(1)
  expect(await imports.dropChunks({ poolId, jobId, uploadId: 'u' }, 9)).toBe(1)
  expect(await imports.chunk(part('v', 0))).toBe('v0')
  expect(await imports.dropChunks({ poolId, jobId }, 9)).toBe(2)
  expect(await imports.chunk(part('w', 0))).toBeUndefined()
})

storeTest('with a pool its import jobs and their files are gone', async (store) => {
  const { imports, pools, decide } = store
  const pool = aPool()
  const job = aJob(pool.id)
  const chunk = { poolId: pool.id, jobId: job.id, uploadId: 'u', place: 0 }
  await decide([
    pools.add(pool, () => new Error('taken')),
    imports.add(job),
    imports.addChunk({ ...chunk, sealed: 's' }),
  ])
  await decide(pools.remove(pool.id, 0))
  while ((await pools.empty(pool.id, 1, 100)) > 0);
  expect(await imports.find(pool.id, job.id)).toBeUndefined()
  expect(await imports.chunk(chunk)).toBeUndefined()
})
