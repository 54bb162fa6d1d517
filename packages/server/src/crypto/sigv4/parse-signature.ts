import type { HttpRequest } from '../../http/message.ts'
import { amzDate, parseAmzDate } from './amz-date.ts'
import { parseCredential } from './credential.ts'
import { queryParameters } from './query-parameters.ts'
import type { Signature } from './signature.ts'
import {
  hashedAuthorization,
  incompleteSignature,
  invalidSignature,
  type SignatureFailure,
} from './signature-failure.ts'

const algorithm = 'AWS4-HMAC-SHA256'
const longestExpiry = 604_800

/** The parts of a signature as text, wherever they stood. */
interface Parts {
  readonly credential: string
  readonly signedHeaders: string
  readonly signature: string
  readonly date: string
}

/** What the request says of its signature: in its Authorization header or, without one, in its query. */
export function parseSignature(request: HttpRequest): Signature | SignatureFailure | { readonly kind: 'absent' } {
  const { authorization } = request.headers
  if (authorization !== undefined) return fromHeader(request, authorization)
  if (!request.query.includes('X-Amz-')) return { kind: 'absent' }
  const parameters = queryParameters(request.query)
  const given = new Set(parameters.map(([name]) => name))
  if (!given.has('X-Amz-Signature') && !given.has('X-Amz-Credential')) return { kind: 'absent' }
  if (given.size < parameters.length) return incompleteSignature('Query-string parameters must not be repeated.')
  return fromQuery(request, new Map(parameters))
}

function fromHeader(request: HttpRequest, authorization: string): Signature | SignatureFailure {
  const fields = authorizationFields(authorization)
  const date = request.headers['x-amz-date'] ?? dateOfHttp(request.headers['date'])
  const { Credential: credential, Signature: signature, SignedHeaders: signedHeaders } = fields
  if (!credential || !signature || !signedHeaders || date === undefined) {
    const missing = [
      credential ? '' : "Authorization header requires 'Credential' parameter. ",
      signature ? '' : "Authorization header requires 'Signature' parameter. ",
      signedHeaders ? '' : "Authorization header requires 'SignedHeaders' parameter. ",
      date === undefined ? "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. " : '',
    ]
    return incompleteSignature(missing.join('') + hashedAuthorization(authorization))
  }
  const parsed = parseParts({ credential, signedHeaders, signature, date }, request)
  const sessionToken = request.headers['x-amz-security-token']
  if (parsed.kind === 'failure') return parsed
  return { ...parsed, form: 'header', ...(sessionToken !== undefined && { sessionToken }) }
}

function fromQuery(request: HttpRequest, given: ReadonlyMap<string, string>): Signature | SignatureFailure {
  const missing = queryNames.filter((name) => !given.get(name))
  if (given.get('X-Amz-Algorithm') !== algorithm) missing.unshift('X-Amz-Algorithm')
  if (missing.length > 0) {
    const list = missing.map((name) => `'${name}'`).join(', ')
    return incompleteSignature(
      `AWS query-string parameters must include ${list}. Re-examine the query-string parameters.`,
    )
  }
  const [credential = '', signedHeaders = '', signature = '', date = '', expires = ''] = queryNames.map((name) =>
    given.get(name),
  )
  const expiresIn = parseExpiry(expires)
  if (expiresIn === undefined) {
    return incompleteSignature(`X-Amz-Expires must be a number from 1 to ${longestExpiry} seconds`)
  }
  const sessionToken = given.get('X-Amz-Security-Token')
  const parsed = parseParts({ credential, signedHeaders, signature, date }, request)
  if (parsed.kind === 'failure') return parsed
  return { ...parsed, form: 'query', expiresIn, ...(sessionToken !== undefined && { sessionToken }) }
}

const queryNames = ['X-Amz-Credential', 'X-Amz-SignedHeaders', 'X-Amz-Signature', 'X-Amz-Date', 'X-Amz-Expires']

function parseExpiry(seconds: string): number | undefined {
  if (!/^[1-9]\d{0,5}$/.test(seconds) || Number(seconds) > longestExpiry) return undefined
  return Number(seconds)
}

function parseParts(parts: Parts, { headers }: HttpRequest): Omit<Signature, 'form'> | SignatureFailure {
  const signedAt = parseAmzDate(parts.date)
  if (signedAt === undefined) {
    return incompleteSignature("Date must be in ISO-8601 'basic format'. See http://en.wikipedia.org/wiki/ISO_8601.")
  }
  const credential = parseCredential(parts.credential, parts.date)
  if (credential.kind === 'failure') return credential
  const signedHeaders = parts.signedHeaders.split(';')
  const unsigned = mustBeSigned(headers).find((name) => !signedHeaders.includes(name))
  if (unsigned !== undefined) {
    return invalidSignature(`'${unsigned}' must be a 'SignedHeader' in the AWS Authorization.`)
  }
  const { accessKeyId, scope } = credential
  return {
    kind: 'signature',
    accessKeyId,
    scope,
    signedHeaders,
    signature: parts.signature,
    date: parts.date,
    signedAt,
  }
}

/** Left unsigned, these could be exchanged on the way: where it goes, what it asks for, and with which token. */
function mustBeSigned(headers: HttpRequest['headers']): readonly string[] {
  const whenPresent = ['x-amz-content-sha256', 'x-amz-target', 'x-amz-security-token', 'x-amz-date']
  const dated = headers['x-amz-date'] === undefined && headers['authorization'] !== undefined ? ['date'] : []
  return ['host', ...dated, ...whenPresent.filter((name) => headers[name] !== undefined)]
}

const fieldNames = ['Credential', 'SignedHeaders', 'Signature'] as const

function authorizationFields(header: string): Partial<Record<(typeof fieldNames)[number], string>> {
  if (!header.startsWith(`${algorithm} `)) return {}
  const fields = header.slice(algorithm.length).split(',')
  const valueOf = (name: string) => {
    const values = fields.map((field) => field.trim()).filter((field) => field.startsWith(`${name}=`))
    return values.length === 1 ? values[0]?.slice(name.length + 1) : undefined
  }
  return Object.fromEntries(fieldNames.map((name) => [name, valueOf(name)]))
}

/** The date of a request that has no X-Amz-Date, as if it had one. */
function dateOfHttp(date: string | undefined): string | undefined {
  const instant = date === undefined ? Number.NaN : Date.parse(date)
  return Number.isNaN(instant) ? undefined : amzDate(instant)
}
