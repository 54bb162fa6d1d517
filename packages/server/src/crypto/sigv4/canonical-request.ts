import type { HttpRequest } from '../../http/message.ts'
import { queryParameters } from './query-parameters.ts'
import type { Signature } from './signature.ts'

/**
 * The text that was signed. Undefined when a header that was signed has been lost.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function canonicalRequest(request: HttpRequest, signature: Signature, payloadHash: string): string | undefined {
  const headers: string[] = []
  for (const name of signature.signedHeaders) {
    // The name is the client's: it may be that of something every object has.
    const value = Object.hasOwn(request.headers, name) ? request.headers[name] : undefined
    if (value === undefined) return undefined
    headers.push(`${name}:${value.trim().replaceAll(/\s+/g, ' ')}`)
  }
  return [
    request.method,
    canonicalPath(request.path, signature.scope.service),
    canonicalQuery(request.query),
    ...headers,
    '',
    signature.signedHeaders.join(';'),
    payloadHash,
  ].join('\n')
}

/** S3 signs the path as it is sent; everybody else resolves its dots and encodes it once more. */
function canonicalPath(path: string, service: string): string {
  if (path === '' || path === '/') return '/'
  if (service === 's3') return path
  const segments: string[] = []
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(encoded(segment))
  }
  const closing = segments.length > 0 && path.endsWith('/') ? '/' : ''
  return `/${segments.join('/')}${closing}`
}

function canonicalQuery(query: string): string {
  if (query === '') return ''
  return queryParameters(query)
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encoded(name), encoded(value)] as const)
    .toSorted(([name, value], [otherName, otherValue]) => order(name, otherName) || order(value, otherValue))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}

/** By code unit, whatever the language of the machine. */
function order(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

/** RFC 3986: everything but unreserved characters. */
function encoded(text: string): string {
  const percent = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, percent)
}
