import { TextDecoder } from 'node:util'
import { importLimits, type ImportJob, type ImportUpload } from '../../domain/import-job.ts'
import { importNotPossible } from '../../domain/refusals.ts'
import { settled } from '../../store/settled.ts'
import type { World } from '../world.ts'
import { requireImportJob } from './find-import-job.ts'
import { chunkContext, chunksAtOnce } from './import-chunk.ts'
import { saveImportJob } from './save-import-job.ts'

/** Bytes of a part. */
const chunkBytes = 262_144

/** Why a file is not kept. */
export class UploadRefused extends Error {
  readonly reason: 'too large' | 'not UTF-8'

  constructor(reason: UploadRefused['reason']) {
    super(`The file is ${reason}`)
    this.reason = reason
  }
}

/**
 * Keeps a job's file, sealed, part by part as it arrives; one that was sent before is replaced once this one is whole.
 * Gives the upload's id. Throws UploadRefused, whatever the body throws, and a refusal when the job was started meanwhile.
 */
export async function keepUpload(job: ImportJob, body: AsyncIterable<Buffer>, world: World): Promise<string> {
  const uploadId = world.random.uuid()
  try {
    const upload = await keepParts(job, { id: uploadId, body }, world)
    const replaced = await settled(() => useUpload(job, upload, world))
    if (replaced) await drop(job, replaced.id, world)
    return uploadId
  } catch (error) {
    await drop(job, uploadId, world)
    throw error
  }
}

async function keepParts(
  job: ImportJob,
  { id, body }: { readonly id: string; readonly body: AsyncIterable<Buffer> },
  { store, sealer }: World,
): Promise<ImportUpload> {
  const text = new TextDecoder('utf-8', { fatal: true })
  let [place, lines] = [0, 1]
  for await (const part of parts(body)) {
    const plain = decoded(text, part)
    lines += plain.split('\n').length - 1
    const chunk = { poolId: job.poolId, jobId: job.id, uploadId: id, place }
    await store.decide([store.imports.addChunk({ ...chunk, sealed: sealer.seal(plain, chunkContext(chunk)) })])
    place += 1
  }
  return { id, chunks: place, lines }
}

/** What arrives, in pieces of one size; the last, which says that it is, may be empty. */
async function* parts(body: AsyncIterable<Buffer>): AsyncGenerator<{ readonly bytes: Buffer; readonly last: boolean }> {
  let [held, size, total]: [Buffer[], number, number] = [[], 0, 0]
  for await (const bytes of body) {
    held.push(bytes)
    size += bytes.length
    total += bytes.length
    if (total > importLimits.bytes) throw new UploadRefused('too large')
    if (size < chunkBytes) continue
    yield { bytes: Buffer.concat(held), last: false }
    ;[held, size] = [[], 0]
  }
  yield { bytes: Buffer.concat(held), last: true }
}

function decoded(text: TextDecoder, { bytes, last }: { readonly bytes: Buffer; readonly last: boolean }): string {
  try {
    return text.decode(bytes, { stream: !last })
  } catch {
    throw new UploadRefused('not UTF-8')
  }
}

/** Gives the upload that this one takes the place of. */
async function useUpload({ poolId, id }: ImportJob, upload: ImportUpload, world: World) {
  const job = await requireImportJob(poolId, id, world)
  if (job.status !== 'Created') throw importNotPossible('The job was started.')
  await saveImportJob({ ...job, work: { ...job.work, upload } }, world)
  return job.work.upload
}

async function drop({ poolId, id: jobId }: ImportJob, uploadId: string, { store }: World): Promise<void> {
  while ((await store.imports.dropChunks({ poolId, jobId, uploadId }, chunksAtOnce)) > 0);
}
