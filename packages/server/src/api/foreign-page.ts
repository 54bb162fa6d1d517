import type { HttpRequest } from '../http/message.ts'

/** Whether a browser sent this for a page that is not from this machine. */
export function isForeignPage({ headers }: Pick<HttpRequest, 'headers'>): boolean {
  const { origin } = headers
  if (origin === undefined) return headers['sec-fetch-site'] === 'cross-site'
  return !isLoopbackOrigin(origin)
}

function isLoopbackOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const { protocol, hostname } = new URL(origin)
  const web = protocol === 'http:' || protocol === 'https:'
  return (
    web &&
    (hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1' || hostname === '[::1]')
  )
}
