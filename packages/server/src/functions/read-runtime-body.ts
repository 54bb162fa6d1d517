import type { IncomingMessage } from 'node:http'
import type { Failure } from './functions.ts'
import { longestAnswer } from './longest-answer.ts'

/** What a runtime sends, held to the longest answer. Undefined when it broke off. */
export async function readRuntimeBody(
  request: IncomingMessage,
): Promise<{ readonly kind: 'answered'; readonly payload: string } | Failure | undefined> {
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > longestAnswer) return tooLarge(announced)
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > longestAnswer) return tooLarge(bytes)
      chunks.push(chunk)
    }
  } catch {
    return undefined
  }
  return { kind: 'answered', payload: Buffer.concat(chunks).toString() }
}

const tooLarge = (bytes: number): Failure => ({ kind: 'too-large', bytes, limit: longestAnswer })
