import { type CallOrigin, longestUserAgent } from '../domain/call-origin.ts'
import type { HttpRequest } from '../http/message.ts'

export function originOf({ remoteAddress, headers }: Pick<HttpRequest, 'remoteAddress' | 'headers'>): CallOrigin {
  return { address: remoteAddress, userAgent: headers['user-agent']?.slice(0, longestUserAgent) }
}
