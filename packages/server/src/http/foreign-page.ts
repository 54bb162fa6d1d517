import type { HttpRequest } from './message.ts'

const loopbackOrigin = /^https?:\/\/(?:localhost|[a-z0-9.-]+\.localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/

/** Whose pages may ask. */
export interface AdmittedPages {
  /** This origin's own. */
  readonly own?: string
  /** Those that a developer serves on the same machine. */
  readonly loopback: boolean
}

/**
 * Whether a page that is not admitted made a browser send this. Browsers name the page's origin with every POST, and
 * leave no way to forge or omit it; whatever sends none is no page (https://fetch.spec.whatwg.org/#origin-header).
 */
export function isForeignPage({ headers }: Pick<HttpRequest, 'headers'>, admitted: AdmittedPages): boolean {
  const { origin } = headers
  if (origin === undefined) return headers['sec-fetch-site'] === 'cross-site'
  return origin !== admitted.own && !(admitted.loopback && loopbackOrigin.test(origin))
}
