import { describe, expect, test } from 'vitest'
import type { HttpRequest } from '../../http/message.ts'
import { parseSignature } from './parse-signature.ts'

const credential = 'AKIDEXAMPLE/20260830/eu-west-1/cognito-idp/aws4_request'
const date = { 'x-amz-date': '20260830T123600Z' }

function request(headers: HttpRequest['headers'], query = ''): HttpRequest {
  const base = { method: 'POST', path: '/', query, body: Buffer.alloc(0), remoteAddress: '127.0.0.1', secure: false }
  return { ...base, headers: { host: 'localhost', ...headers } }
}

function authorization(parts: { credential?: string; headers?: string; signature?: string } = {}): string {
  const { headers = 'host;x-amz-date', signature = 'ab' } = parts
  return `AWS4-HMAC-SHA256 Credential=${parts.credential ?? credential}, SignedHeaders=${headers}, Signature=${signature}`
}

const parse = (headers: HttpRequest['headers'], query?: string) => parseSignature(request(headers, query))

test('a request without a signature says so', () => {
  expect(parse({})).toEqual({ kind: 'absent' })
  expect(parse({}, 'X-Amz-Unrelated=1')).toEqual({ kind: 'absent' })
})

test('a signed request says by whom, for what and when', () => {
  expect(parse({ ...date, authorization: authorization() })).toEqual({
    kind: 'signature',
    form: 'header',
    accessKeyId: 'AKIDEXAMPLE',
    scope: { date: '20260830', region: 'eu-west-1', service: 'cognito-idp' },
    signedHeaders: ['host', 'x-amz-date'],
    signature: 'ab',
    date: '20260830T123600Z',
    signedAt: Date.UTC(2026, 7, 30, 12, 36),
  })
})

test('the parts of the header may stand without spaces', () => {
  expect(parse({ ...date, authorization: authorization().replaceAll(', ', ',') })).toMatchObject({ kind: 'signature' })
})

describe('an incomplete header is refused', () => {
  test('with a sentence for each missing part, and without repeating what may be a secret', () => {
    const failure = parse({ authorization: 'Bearer top-secret' })
    expect(failure).toMatchObject({ kind: 'failure', name: 'IncompleteSignatureException' })
    expect(failure).toHaveProperty(
      'message',
      "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. " +
        "Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either a " +
        "'X-Amz-Date' or a 'Date' header. (Hashed with SHA-256 and encoded with Base64) " +
        'Authorization=s8Qt6Wq4mpx9h3qbcYRHN9Il+oW9yj3PXoa17b9sFRQ=',
    )
  })

  test.each([
    ['Credential', authorization().replace('Credential=', 'Cred=')],
    ['Signature', authorization({ signature: '' })],
    ['SignedHeaders', authorization({ headers: '' })],
    ['Signature', `${authorization()}, Signature=cd`],
  ])('when %s is missing, empty or there twice', (name, header) => {
    const message = expect.stringContaining(`Authorization header requires '${name}' parameter. (Hashed`)
    expect(parse({ ...date, authorization: header })).toMatchObject({ name: 'IncompleteSignatureException', message })
  })

  test.each(['20260830', '2026-08-30T12:36:00Z', '20260231T000000Z', '20260830T123600Z, 20260830T123600Z'])(
    'when the date is %s',
    (text) => {
      expect(parse({ 'x-amz-date': text, authorization: authorization() })).toMatchObject({
        name: 'IncompleteSignatureException',
        message: expect.stringContaining("Date must be in ISO-8601 'basic format'."),
      })
    },
  )

  test('when the Date header is none', () => {
    const headers = { date: 'yesterday', authorization: authorization({ headers: 'date;host' }) }
    expect(parse(headers)).toMatchObject({ message: expect.stringContaining("'X-Amz-Date' or a 'Date' header") })
  })

  test('when the credential has too few or too many elements', () => {
    for (const text of ['AKIDEXAMPLE', `${credential}/more`]) {
      expect(parse({ ...date, authorization: authorization({ credential: text }) })).toMatchObject({
        name: 'IncompleteSignatureException',
        message: 'Credential must have 5 slash-delimited elements, e.g. keyid/date/region/service/term.',
      })
    }
  })

  test('when the Date header is of a year that is not written with four digits', () => {
    const headers = { date: 'Sun, 30 Aug 12026 12:36:00 GMT', authorization: authorization({ headers: 'date;host' }) }
    expect(parse(headers)).toMatchObject({ message: expect.stringContaining('Date must be in ISO-8601') })
  })
})

describe('a scope that cannot be is refused', () => {
  test.each([
    ['AKIDEXAMPLE/20260831/eu-west-1/cognito-idp/aws4_request', 'Date in Credential scope does not match YYYYMMDD'],
    ['AKIDEXAMPLE/2026/eu-west-1/cognito-idp/aws4_request', 'Date in Credential scope does not match YYYYMMDD'],
    ['AKIDEXAMPLE/20260830/EU west/cognito-idp/aws4_request', 'Credential should be scoped to a valid region. '],
    ['AKIDEXAMPLE/20260830/eu-west-1//aws4_request', 'Credential should be scoped to a valid service. '],
    ['AKIDEXAMPLE/20260830/eu-west-1/sts/aws3_request', "scoped with a valid terminator: 'aws4_request'. "],
    ['<script>/20260830/eu-west-1/sts/aws4_request', 'Credential must name an access key. '],
  ])('%s', (text, sentence) => {
    expect(parse({ ...date, authorization: authorization({ credential: text }) })).toMatchObject({
      name: 'InvalidSignatureException',
      message: expect.stringContaining(sentence),
    })
  })
})

describe('what matters must be signed', () => {
  test.each(['host', 'x-amz-date', 'x-amz-target', 'x-amz-security-token', 'x-amz-content-sha256'])('%s', (name) => {
    const all = ['host', 'x-amz-content-sha256', 'x-amz-date', 'x-amz-security-token', 'x-amz-target']
    const present = { ...date, 'x-amz-content-sha256': 'x', 'x-amz-security-token': 'x', 'x-amz-target': 'x' }
    const listed = (names: readonly string[]) => authorization({ headers: names.join(';') })
    expect(parse({ ...present, authorization: listed(all) })).toMatchObject({ kind: 'signature' })
    expect(parse({ ...present, authorization: listed(all.filter((other) => other !== name)) })).toMatchObject({
      name: 'InvalidSignatureException',
      message: `'${name}' must be a 'SignedHeader' in the AWS Authorization.`,
    })
  })

  test('and the Date header where it is the only date', () => {
    const headers = { date: 'Sun, 30 Aug 2026 12:36:00 GMT', authorization: authorization({ headers: 'host' }) }
    expect(parse(headers)).toMatchObject({ message: "'date' must be a 'SignedHeader' in the AWS Authorization." })
  })
})

describe('a presigned request', () => {
  const parameters = {
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': credential,
    'X-Amz-Date': '20260830T123600Z',
    'X-Amz-Expires': '60',
    'X-Amz-SignedHeaders': 'host',
    'X-Amz-Signature': 'ab',
  }
  const query = (changes: Record<string, string> = {}) => String(new URLSearchParams({ ...parameters, ...changes }))

  test('says the same in its query', () => {
    expect(parse({}, query())).toMatchObject({ kind: 'signature', form: 'query', expiresIn: 60, signature: 'ab' })
  })

  test.each(Object.keys(parameters))('is refused without %s', (name) => {
    expect(parse({}, query({ [name]: '' }))).toMatchObject({
      name: 'IncompleteSignatureException',
      message: `AWS query-string parameters must include '${name}'. Re-examine the query-string parameters.`,
    })
  })

  test('is refused when a parameter is there twice', () => {
    expect(parse({}, `${query()}&X-Amz-Expires=9`)).toMatchObject({ name: 'IncompleteSignatureException' })
  })

  test.each(['0', '-1', '604801', '1e3', '6.5', '060'])('is refused when it is to hold for %s seconds', (expires) => {
    expect(parse({}, query({ 'X-Amz-Expires': expires }))).toMatchObject({
      name: 'IncompleteSignatureException',
      message: 'X-Amz-Expires must be a number from 1 to 604800 seconds',
    })
  })

  test('is refused for a broken escape in place of its date', () => {
    expect(parse({}, query().replace('20260830T123600Z', '%zz'))).toMatchObject({
      name: 'IncompleteSignatureException',
    })
  })
})
