import { request as httpRequest, type Agent, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'

export interface EventToPost {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** By scheme. */
  readonly agents: Readonly<Record<'http:' | 'https:', Agent>>
  readonly signal: AbortSignal
}

/** The response itself, wherever it points to: a redirect would show the event to somebody else. */
export function postEvent(url: string, { headers, body, agents, signal }: EventToPost): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const [request, agent] = url.startsWith('https:') ? [httpsRequest, agents['https:']] : [httpRequest, agents['http:']]
  const length = Buffer.byteLength(body)
  const all = { ...headers, 'content-type': 'application/json', accept: 'application/json', 'content-length': length }
  request(url, { method: 'POST', headers: all, agent, signal }, resolve).on('error', reject).end(body)
  return promise
}
