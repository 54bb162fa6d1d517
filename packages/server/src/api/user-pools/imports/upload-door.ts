import { importLimits, type ImportJob } from '../../../domain/import-job.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { keepUpload, UploadRefused } from '../../../flows/imports/keep-upload.ts'
import { judgeUpload } from '../../../flows/imports/upload-address.ts'
import type { World } from '../../../flows/world.ts'
import type { HttpResponse, RequestHead, UploadDoor } from '../../../http/message.ts'

const address = /^\/([\w-]{1,40}_[0-9A-Za-z]{1,20})\/import\/(import-[0-9A-Za-z-]{1,48})$/
const claim = /^expires=(\d{1,12})&signature=([\w-]{43})$/

/**
 * Takes the file of an import job under its pre-signed address, and answers as S3 does, where clients of AWS send it.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export function uploadDoor(world: World): UploadDoor {
  return (head, body) => {
    const [, poolId, id] = address.exec(head.path) ?? []
    return poolId && id ? receive(head, { poolId, id }, body, world) : undefined
  }
}

async function receive(
  { method, query, headers }: RequestHead,
  name: { readonly poolId: string; readonly id: string },
  body: AsyncIterable<Buffer>,
  world: World,
): Promise<HttpResponse> {
  if (method !== 'PUT') return refusal(405, 'MethodNotAllowed', 'The specified method is not allowed here.')
  const [, expires, signature = ''] = claim.exec(query) ?? []
  const verdict = judgeUpload(name, { expires: Number(expires ?? 0), signature }, world)
  if (verdict === 'expired') return refusal(403, 'AccessDenied', 'Request has expired')
  const job = verdict === 'good' ? await world.store.imports.find(name.poolId, name.id) : undefined
  if (!job) return refusal(403, 'SignatureDoesNotMatch', 'The signature of the request is not that of its address.')
  if (job.status !== 'Created') return started
  return Number(headers['content-length'] ?? 0) > importLimits.bytes ? tooLarge : keep(job, body, world)
}

async function keep(job: ImportJob, body: AsyncIterable<Buffer>, world: World): Promise<HttpResponse> {
  try {
    const etag = await keepUpload(job, body, world)
    return { status: 200, headers: { etag: `"${etag}"`, 'cache-control': 'no-store' }, body: '' }
  } catch (error) {
    if (error instanceof UploadRefused) return error.reason === 'too large' ? tooLarge : notText
    if (error instanceof Refusal) return started
    throw error
  }
}

const started = refusal(403, 'AccessDenied', 'The import job was started.')
const tooLarge = refusal(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed object size.')
const notText = refusal(400, 'InvalidRequest', 'The file is not UTF-8 text.')

function refusal(status: number, code: string, message: string): HttpResponse {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`
  return { status, headers: { 'content-type': 'application/xml', 'cache-control': 'no-store' }, body }
}
