import type { HttpRequest } from '../http/message.ts'

const loopbackOrigin = /^https?:\/\/(?:localhost|[a-z0-9.-]+\.localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/

/**
 * Whether a page of another site made the browser ask. `own` is the origin of this server; `loopback` also admits the
 * pages that a developer serves on the same machine.
 */
export function isForeign(
  { headers }: Pick<HttpRequest, 'headers'>,
  admitted: { readonly own: string; readonly loopback: boolean },
): boolean {
  const { origin } = headers
  if (origin === undefined) return headers['sec-fetch-site'] === 'cross-site'
  return origin !== admitted.own && !(admitted.loopback && loopbackOrigin.test(origin))
}
