import { invalid } from './refusals.ts'

/** These would run in the page that follows the link, instead of leading to an application. */
const scripts = /^(?:javascript|data|vbscript|blob|file|about):/i
const loopback = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?:[/?]|$)/i

/**
 * Refuses what a browser cannot or must not be sent to: an absolute URI is asked for, without fragment, and with https
 * unless it leads to this machine or to an application's own scheme.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-app-idp-settings.html, RFC 6749 section 3.1.2
 */
export function checkRedirectUri(uri: string): void {
  if (uri.includes('#')) throw invalid(`${uri} cannot use fragment`)
  if (!/^[a-z][a-z\d+.-]*:./i.test(uri) || scripts.test(uri)) throw invalid(`${uri} is not a valid redirect URI.`)
  if (!/^https?:/i.test(uri)) return
  if (!URL.canParse(uri) || !/^https?:\/\/[^/]/i.test(uri)) throw invalid(`${uri} is not a valid redirect URI.`)
  if (/^http:/i.test(uri) && !loopback.test(uri)) throw invalid(`${uri} cannot use the HTTP protocol.`)
}
