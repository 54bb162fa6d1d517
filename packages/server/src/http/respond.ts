import type { IncomingMessage, ServerResponse } from 'node:http'
import type { HttpResponse } from './message.ts'

/** Writes a door's answer. Throws, before anything is written, on a header that cannot be sent. */
export function respond(response: ServerResponse, answer: HttpResponse): void {
  const { status, headers, body } = answer
  const bodiless = status === 204 || status === 304
  response.writeHead(status, bodiless ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) })
  response.end(bodiless ? undefined : body)
}

export interface Refusal {
  readonly status: number
  /** Said to the client: names what is wrong and never what was sent. */
  readonly message: string
}

/** What the listener itself has to say, before or behind every door. */
export function refusalAnswer({ status, message }: Refusal): HttpResponse {
  return {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify({ message }),
  }
}

/**
 * Answers a request whose body has not been read and closes the connection. Closing at once would reset it, and the
 * sender might never see the answer; so the rest is read and dropped for a moment.
 */
export function answerUnread(
  request: IncomingMessage,
  response: ServerResponse,
  answer: HttpResponse,
  lingerMs: number,
): void {
  const { status, headers, body } = answer
  response.writeHead(status, { ...headers, connection: 'close', 'content-length': String(Buffer.byteLength(body)) })
  response.write(body)
  const close = () => response.end()
  const timer = setTimeout(close, lingerMs)
  request
    .resume()
    .once('close', () => clearTimeout(timer))
    .once('end', close)
}

/** Answers on the bare connection, where no request could be made of what was sent. */
export function rawRefusal({ status, message }: Refusal): string {
  const body = JSON.stringify({ message })
  return [
    `HTTP/1.1 ${status} ${reasons[status] ?? 'Bad Request'}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n')
}

const reasons: Readonly<Record<number, string>> = {
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
}
