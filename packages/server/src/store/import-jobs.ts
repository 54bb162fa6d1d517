import type { ImportJob } from '../domain/import-job.ts'
import { atMostInPool } from './at-most.ts'
import type { Database } from './database.ts'
import { importChunksIn } from './import-chunks.ts'
import { pageOf } from './page.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'
import { Conflict } from './statement.ts'
import type { ImportJobs } from './work-store.ts'

export function importJobsIn(database: Database): ImportJobs {
  const { compiler } = database
  const countIn = (poolId: string) =>
    compiler
      .selectFrom('import_jobs')
      .select(({ fn }) => fn.countAll<number>().as('jobs'))
      .where('pool_id', '=', poolId)
  return {
    ...readsIn(database),
    ...importChunksIn(database),
    atMost: (poolId, most) => atMostInPool(database, poolId, countIn(poolId), most),
    atMostOne: (poolId, statuses, tooMany) =>
      atMostInPool(database, poolId, countIn(poolId).where('status', 'in', statuses), { limit: 1, tooMany }),
    none: (poolId, statuses, refused) =>
      atMostInPool(database, poolId, countIn(poolId).where('status', 'in', statuses), { limit: 0, tooMany: refused }),
    add: (job) => ({ query: compiler.insertInto('import_jobs').values(toRow(job)).compile() }),
    save(job) {
      const { status, work, due_at, version } = toRow(job)
      return {
        query: compiler
          .updateTable('import_jobs')
          .set({ status, work, due_at, version: version + 1 })
          .where('pool_id', '=', job.poolId)
          .where('job_id', '=', job.id)
          .where('version', '=', version)
          .compile(),
        otherwise: () => new Conflict(),
      }
    },
  }
}

function readsIn({ compiler, rows }: Database): Pick<ImportJobs, 'find' | 'list' | 'due'> {
  const find = prepared(({ poolId, id }: { poolId: string; id: string }) =>
    compiler.selectFrom('import_jobs').selectAll().where('pool_id', '=', poolId).where('job_id', '=', id),
  )
  const due = prepared(({ now, limit }: { now: number; limit: number }) =>
    compiler.selectFrom('import_jobs').selectAll().where('due_at', '<=', now).orderBy('due_at').limit(limit),
  )
  return {
    async find(poolId, id) {
      const [row] = await rows(find({ poolId, id }))
      return row && toJob(row)
    },
    async list(poolId, { limit, after = '' }) {
      const query = compiler
        .selectFrom('import_jobs')
        .selectAll()
        .where('pool_id', '=', poolId)
        .where('job_id', '>', after)
        .orderBy('job_id')
        .limit(limit + 1)
      return pageOf(await rows(query.compile()), limit, { place: (row) => row.job_id, item: toJob })
    },
    due: async (now, limit) => (await rows(due({ now, limit }))).map(toJob),
  }
}

function toJob(row: Schema['import_jobs']): ImportJob {
  return {
    poolId: row.pool_id,
    id: row.job_id,
    status: row.status as ImportJob['status'],
    work: JSON.parse(row.work) as ImportJob['work'],
    createdAt: row.created_at,
    ...(row.due_at !== null && { dueAt: row.due_at }),
    version: row.version,
  }
}

function toRow(job: ImportJob): Schema['import_jobs'] {
  return {
    pool_id: job.poolId,
    job_id: job.id,
    status: job.status,
    work: JSON.stringify(job.work),
    created_at: job.createdAt,
    due_at: job.dueAt ?? null,
    version: job.version,
  }
}
