import type { IncomingMessage } from 'node:http'

const nothing = Buffer.alloc(0)

/** Whether the request says beforehand that its body is larger than that. */
export function announcesMoreThan(bytes: number, request: IncomingMessage): boolean {
  return Number(request.headers['content-length'] ?? 0) > bytes
}

export interface BodyEnds {
  readonly whole: (body: Buffer) => void
  readonly tooLarge: () => void
  readonly late: () => void
}

export interface BodyLimits {
  readonly bytes: number
  readonly ms: number
}

/** Reads to the end, over the limit or until it is late. A request that breaks off ends in none of these. */
export function readBody(request: IncomingMessage, limits: BodyLimits, ends: BodyEnds): void {
  if (hasNoBody(request)) {
    ends.whole(nothing)
    return
  }
  let size = 0
  const chunks: Buffer[] = []
  const collect = (chunk: Buffer) => {
    size += chunk.length
    if (size <= limits.bytes) {
      chunks.push(chunk)
      return
    }
    giveUp()
    ends.tooLarge()
  }
  const finish = () => {
    clearTimeout(timer)
    const [only] = chunks
    ends.whole(only && chunks.length === 1 ? only : Buffer.concat(chunks, size))
  }
  const giveUp = () => {
    clearTimeout(timer)
    request.off('data', collect).off('end', finish)
  }
  const timer = setTimeout(() => {
    giveUp()
    ends.late()
  }, limits.ms)
  request
    .on('data', collect)
    .on('end', finish)
    .once('close', () => clearTimeout(timer))
}

function hasNoBody({ headers }: IncomingMessage): boolean {
  const length = headers['content-length']
  return headers['transfer-encoding'] === undefined && (length === undefined || length === '0')
}
