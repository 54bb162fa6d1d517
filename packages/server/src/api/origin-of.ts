import { type CallOrigin, longestUserAgent } from '../domain/call-origin.ts'
import type { HttpRequest } from '../http/message.ts'
import { regionInHost } from './region-in-host.ts'

export function originOf({ remoteAddress, headers }: Pick<HttpRequest, 'remoteAddress' | 'headers'>): CallOrigin {
  const userAgent = headers['user-agent']?.slice(0, longestUserAgent)
  return { address: remoteAddress, userAgent, region: regionInHost(headers['host']) }
}
