import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import type { HttpRequest } from '../../http/message.ts'
import { boundedCache } from '../bounded-cache.ts'
import { equalInConstantTime } from '../constant-time.ts'
import { amzDate } from './amz-date.ts'
import { canonicalRequest } from './canonical-request.ts'
import type { CredentialScope, Signature } from './signature.ts'
import { invalidSignature, type SignatureFailure, signatureMismatch } from './signature-failure.ts'

/** What the door that was knocked at serves. */
export interface ExpectedScope {
  readonly service: string
  /** Any, when it does not say. */
  readonly region?: string
}

export interface SignatureVerifier {
  /**
   * Undefined when whoever holds the secret signed this very request and its time has neither passed nor is yet to
   * come, five minutes of clock skew allowed; otherwise why not. `now` is in milliseconds since 1970.
   */
  verify(signature: Signature, request: HttpRequest, secretAccessKey: string, now: number): SignatureFailure | undefined
}

const skew = 5 * 60_000

/** Remembers the keys it derived, `remembered` of them. */
export function signatureVerifier(remembered = 1000): SignatureVerifier {
  const keys = boundedCache<KeyObject>(remembered)
  return {
    verify(signature, request, secretAccessKey, now) {
      const untimely = judgeTime(signature, now)
      if (untimely !== undefined) return untimely
      const payloadHash = judgedPayloadHash(signature, request)
      const canonical = payloadHash === undefined ? undefined : canonicalRequest(request, signature, payloadHash)
      if (canonical === undefined) return signatureMismatch

      const { accessKeyId, scope } = signature
      // The secret is part of the name, so that a key whose secret was exchanged does not meet the old one's.
      const name = `${accessKeyId}/${scopeText(scope)}/${sha256(secretAccessKey)}`
      const key = keys.getOrMake(name, () => signingKey(secretAccessKey, scope))
      const text = `AWS4-HMAC-SHA256\n${signature.date}\n${scopeText(scope)}\n${sha256(canonical)}`
      const expected = createHmac('sha256', key).update(text, 'utf8').digest('hex')
      return equalInConstantTime(expected, signature.signature) ? undefined : signatureMismatch
    },
  }
}

/** Whether the signature was made for this service (and region). */
export function judgeScope({ scope }: Signature, expected: ExpectedScope): SignatureFailure | undefined {
  const problems = [
    expected.region === undefined || expected.region === scope.region
      ? ''
      : `Credential should be scoped to a valid region, not '${scope.region}'. `,
    expected.service === scope.service ? '' : `Credential should be scoped to correct service: '${expected.service}'. `,
  ].join('')
  return problems === '' ? undefined : invalidSignature(problems)
}

function judgeTime({ date, signedAt, expiresIn }: Signature, now: number): SignatureFailure | undefined {
  if (signedAt > now + skew) {
    const latest = `${amzDate(now + skew)} (${amzDate(now)} + 5 min.)`
    return invalidSignature(`Signature not yet current: ${date} is still later than ${latest}`)
  }
  if (expiresIn !== undefined) {
    const end = signedAt + expiresIn * 1000
    if (now <= end) return undefined
    return invalidSignature(`Signature expired: ${amzDate(end)} is now earlier than ${amzDate(now)}`)
  }
  if (signedAt >= now - skew) return undefined
  const earliest = `${amzDate(now - skew)} (${amzDate(now)} - 5 min.)`
  return invalidSignature(`Signature expired: ${date} is now earlier than ${earliest}`)
}

/** Undefined when the request announces another body than it has, or one that the signature does not cover. */
function judgedPayloadHash({ form, scope }: Signature, { headers, body }: HttpRequest): string | undefined {
  const announced = headers['x-amz-content-sha256']
  // Only S3 lets bodies go unsigned, and leaves them out of every presigned address.
  if (scope.service === 's3' && (announced ?? (form === 'query' ? unsigned : '')) === unsigned) return unsigned
  const actual = sha256(body)
  return announced === undefined || announced === actual ? actual : undefined
}

const unsigned = 'UNSIGNED-PAYLOAD'

function signingKey(secretAccessKey: string, { date, region, service }: CredentialScope): KeyObject {
  const steps = [date, region, service, 'aws4_request']
  return steps.reduce(
    (key, step) => createSecretKey(createHmac('sha256', key).update(step, 'utf8').digest()),
    createSecretKey(`AWS4${secretAccessKey}`, 'utf8'),
  )
}

function scopeText({ date, region, service }: CredentialScope): string {
  return `${date}/${region}/${service}/aws4_request`
}

function sha256(value: string | Uint8Array): string {
  return createHash('sha256').update(value).digest('hex')
}
