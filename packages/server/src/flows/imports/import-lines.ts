import { importLimits, type ImportJob } from '../../domain/import-job.ts'
import type { World } from '../world.ts'
import { chunkContext } from './import-chunk.ts'

export interface ImportLine {
  /** The first is 1. */
  readonly number: number
  /** Without its end; of one that is too long, as much as shows that it is. */
  readonly text: string
}

/** The lines of a job's file, from its first, without holding more than a part of it. */
export async function* importLines(job: ImportJob, world: World): AsyncGenerator<ImportLine> {
  let [number, rest] = [0, '']
  for await (const text of chunks(job, world)) {
    const lines = (rest + text).split('\n')
    rest = (lines.pop() ?? '').slice(0, importLimits.row + 2)
    for (const line of lines) yield { number: (number += 1), text: withoutReturn(line) }
  }
  if (rest !== '') yield { number: number + 1, text: withoutReturn(rest) }
}

async function* chunks({ poolId, id: jobId, work: { upload } }: ImportJob, { store, sealer }: World) {
  if (!upload) return
  for (let place = 0; place < upload.chunks; place++) {
    const chunk = { poolId, jobId, uploadId: upload.id, place }
    const sealed = await store.imports.chunk(chunk)
    if (sealed === undefined) throw new Error('A part of an uploaded file is gone')
    yield sealer.unseal(sealed, chunkContext(chunk)).toString()
  }
}

const withoutReturn = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line)
