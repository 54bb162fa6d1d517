/**
 * Whether a page of this origin may use passkeys of a relying party: `https` at its name or below it, at any port, and
 * `http` where the name is this machine's own, which browsers treat as secure.
 * https://www.w3.org/TR/webauthn-3/#sctn-validating-origin
 */
export function isAllowedOrigin(origin: string, relyingPartyId: string): boolean {
  const url = URL.canParse(origin) ? new URL(origin) : undefined
  if (!url || url.origin !== origin) return false
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && isBelow(relyingPartyId, 'localhost'))
  return secure && isBelow(url.hostname, relyingPartyId)
}

const isBelow = (host: string, name: string) => host === name || host.endsWith(`.${name}`)
