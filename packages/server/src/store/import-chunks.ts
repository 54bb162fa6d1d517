import type { Database } from './database.ts'
import type { ImportJobs } from './work-store.ts'

export function importChunksIn({
  compiler,
  rows,
  change,
}: Database): Pick<ImportJobs, 'addChunk' | 'chunk' | 'dropChunks'> {
  return {
    addChunk: ({ poolId, jobId, uploadId, place, sealed }) => ({
      query: compiler
        .insertInto('import_chunks')
        .values({ pool_id: poolId, job_id: jobId, upload_id: uploadId, place, sealed })
        .compile(),
    }),
    async chunk({ poolId, jobId, uploadId, place }) {
      const query = compiler
        .selectFrom('import_chunks')
        .select('sealed')
        .where('pool_id', '=', poolId)
        .where('job_id', '=', jobId)
        .where('upload_id', '=', uploadId)
        .where('place', '=', place)
      const [row] = await rows(query.compile())
      return row?.sealed
    },
    async dropChunks({ poolId, jobId, uploadId }, limit) {
      const query = compiler.deleteFrom('import_chunks').where(({ eb, refTuple, selectFrom }) => {
        const ofJob = selectFrom('import_chunks')
          .select(['pool_id', 'job_id', 'upload_id', 'place'])
          .where('pool_id', '=', poolId)
          .where('job_id', '=', jobId)
        const dropped = uploadId === undefined ? ofJob : ofJob.where('upload_id', '=', uploadId)
        return eb(
          refTuple('pool_id', 'job_id', 'upload_id', 'place'),
          'in',
          dropped.limit(limit).$asTuple('pool_id', 'job_id', 'upload_id', 'place'),
        )
      })
      return (await change(query.compile())).touched
    },
  }
}
