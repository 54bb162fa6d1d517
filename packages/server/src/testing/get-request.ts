import type { HttpRequest } from '../http/message.ts'

export function getRequest(path: string, more: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: 'GET',
    path,
    query: '',
    headers: { host: 'localhost:9400' },
    body: Buffer.alloc(0),
    remoteAddress: '127.0.0.1',
    secure: false,
    ...more,
  }
}
