import { createHash } from 'node:crypto'
import { functionRequestTooLarge, notZip, unzippedTooLarge } from '../../domain/function-refusals.ts'
import type { FunctionCode } from '../../domain/lambda-function.ts'
import { chunkContext } from '../../functions/sealed-code.ts'
import { readZip, zipLimits, ZipRefused } from '../../functions/zip-file.ts'
import type { World } from '../world.ts'

const chunkBytes = 262_144

/** Keeps a zip file, sealed, part by part; until a function has it, it is forgotten after an hour. */
export async function keepCode(zip: Buffer, { store, sealer, random, clock }: World): Promise<FunctionCode> {
  await checkZip(zip)
  const id = random.uuid()
  const chunks = Math.ceil(zip.length / chunkBytes)
  for (let place = 0; place < chunks; place++) {
    const part = zip.subarray(place * chunkBytes, (place + 1) * chunkBytes)
    const sealed = sealer.seal(part, chunkContext(id, place))
    await store.decide([store.lambdaFunctions.addChunk({ codeId: id, place, sealed, createdAt: clock.now() })])
  }
  return { id, chunks, bytes: zip.length, sha256: createHash('sha256').update(zip).digest('base64') }
}

async function checkZip(zip: Buffer): Promise<void> {
  if (zip.length > zipLimits.zippedBytes) throw functionRequestTooLarge(zipLimits.zippedBytes)
  try {
    await readZip(zip)
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error
    throw error.reason === 'too large' ? unzippedTooLarge(zipLimits.unzippedBytes) : notZip()
  }
}
