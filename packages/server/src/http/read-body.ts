import type { IncomingMessage } from 'node:http'

const nothing = Buffer.alloc(0)

/** Whether the request says beforehand that its body is larger than that. */
export function announcesMoreThan(bytes: number, request: IncomingMessage): boolean {
  return Number(request.headers['content-length'] ?? 0) > bytes
}

export interface BodyEnds {
  readonly whole: (body: Buffer) => void
  readonly tooLarge: () => void
}

/** Reads to the end or over the limit. A request that breaks off ends in neither. */
export function readBody(request: IncomingMessage, limit: number, ends: BodyEnds): void {
  if (hasNoBody(request)) {
    ends.whole(nothing)
    return
  }
  let size = 0
  const chunks: Buffer[] = []
  const collect = (chunk: Buffer) => {
    size += chunk.length
    if (size <= limit) {
      chunks.push(chunk)
      return
    }
    request.off('data', collect).off('end', finish)
    ends.tooLarge()
  }
  const finish = () => {
    const [only] = chunks
    ends.whole(only && chunks.length === 1 ? only : Buffer.concat(chunks, size))
  }
  request.on('data', collect).on('end', finish)
}

function hasNoBody({ headers }: IncomingMessage): boolean {
  const length = headers['content-length']
  return headers['transfer-encoding'] === undefined && (length === undefined || length === '0')
}
