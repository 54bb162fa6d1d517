import type { ImportChunk } from '../../store/work-store.ts'

/** What a part of a file is sealed for: it can stand in no other place, and for no other job. */
export const chunkContext = ({ poolId, jobId, uploadId, place }: ImportChunk) =>
  `import:${poolId}:${jobId}:${uploadId}:${place}`

/** Rows deleted at a time: parts are large. */
export const chunksAtOnce = 50
