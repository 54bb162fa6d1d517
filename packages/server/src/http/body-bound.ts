import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Bounds } from './bounds.ts'
import type { RequestHead } from './message.ts'
import { announcesMoreThan } from './read-body.ts'

/** Which requests may have a body above the usual bound, by their header. */
export type LargeBodyRule = (head: RequestHead) => boolean

/** How many large bodies are held now: strangers may send them too, and cannot fill the memory. */
export interface LargeBodies {
  rule: LargeBodyRule
  held: number
}

/** How many bytes the body of a request may have; undefined when it may be large, and too many are held already. */
export function bodyBound(
  head: RequestHead,
  { bodyBytes, largeBodyBytes, largeBodies }: Bounds,
  large: LargeBodies,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): number | undefined {
  const isSmall = request.headers['content-length'] !== undefined && !announcesMoreThan(bodyBytes, request)
  if (isSmall || !large.rule(head)) return bodyBytes
  if (large.held >= largeBodies) return undefined
  large.held += 1
  response.once('close', () => {
    large.held -= 1
  })
  return largeBodyBytes
}
