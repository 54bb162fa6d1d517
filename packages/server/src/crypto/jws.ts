import { type KeyObject, sign, verify } from 'node:crypto'

export type Claims = Readonly<Record<string, unknown>>

/** Signs claims as one of a pool's keys does: RS256, header exactly `{"kid":…,"alg":"RS256"}`, as Cognito writes it. */
export type SignJws = (claims: Claims) => Promise<string>

/** The longest token that is looked at: an ID token with fifty custom attributes of 2048 characters stays below. */
export const longestJws = 200_000

export function jwsSigner(kid: string, privateKey: KeyObject): SignJws {
  const header = headerOf(kid)
  return (claims) => {
    const signed = `${header}.${Buffer.from(JSON.stringify(claims), 'utf8').toString('base64url')}`
    // The callback form runs in the thread pool, so that one process signs on every core.
    return new Promise((resolve, reject) => {
      // The padding of RS256 is the default, and Node looks longer at options than at a key.
      sign('sha256', Buffer.from(signed, 'latin1'), privateKey, (error, signature) => {
        if (error) reject(error)
        else resolve(`${signed}.${signature.toString('base64url')}`)
      })
    })
  }
}

/**
 * The claims of a token that one of our own keys signed; undefined for every other text. `keyOf` gives the public
 * key for a `kid`; it also gets the issuer the token names, unverified, to know whose keys to look among.
 * Times and uses of the claims are for the caller to judge.
 */
export async function verifyJws(
  token: string,
  keyOf: (kid: string, issuer: string | undefined) => Promise<KeyObject | undefined> | KeyObject | undefined,
): Promise<Claims | undefined> {
  const jws = readJws(token)
  if (jws === undefined) return undefined
  const issuer = jws.claims['iss']
  const key = await keyOf(jws.kid, typeof issuer === 'string' ? issuer : undefined)
  return key !== undefined && isSignedBy(key, jws) ? jws.claims : undefined
}

interface Jws {
  readonly kid: string
  readonly claims: Claims
  readonly signed: string
  readonly signature: string
}

function readJws(token: string): Jws | undefined {
  const parts = token.length <= longestJws ? compactJws.exec(token) : null
  if (parts === null) return undefined
  const [, signed = '', header = '', payload = '', signature = ''] = parts
  const kid = kidOf(header)
  const claims = kid === undefined ? undefined : claimsOf(payload)
  return kid === undefined || claims === undefined ? undefined : { kid, claims, signed, signature }
}

function isSignedBy(key: KeyObject, jws: Jws): boolean {
  if (key.type !== 'public' || key.asymmetricKeyType !== 'rsa') return false
  const signature = Buffer.from(jws.signature, 'base64url')
  // A signature's last character has spare bits: without this a token would have several spellings.
  if (signature.toString('base64url') !== jws.signature) return false
  return verify('sha256', Buffer.from(jws.signed, 'latin1'), key, signature)
}

const compactJws = /^(([\w-]+)\.([\w-]+))\.([\w-]+)$/

function headerOf(kid: string): string {
  return Buffer.from(JSON.stringify({ kid, alg: 'RS256' }), 'utf8').toString('base64url')
}

/** Only the header that we write is read: no other algorithm, order, member or spelling exists for us. */
function kidOf(header: string): string | undefined {
  const kid =
    header.length <= 200 && /^\{"kid":"([\w+/=-]{1,64})"/.exec(Buffer.from(header, 'base64url').toString())?.[1]
  return kid && headerOf(kid) === header ? kid : undefined
}

function claimsOf(payload: string): Claims | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
    return typeof claims === 'object' && claims !== null && !Array.isArray(claims) ? (claims as Claims) : undefined
  } catch {
    return undefined
  }
}
