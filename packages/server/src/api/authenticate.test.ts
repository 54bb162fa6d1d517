import { PassThrough } from 'node:stream'
import { beforeAll, describe, expect, test } from 'vitest'
import { logTo } from '../ambient/log.ts'
import { processMetrics } from '../ambient/metrics.ts'
import { createAccessKey, disableAccessKey } from '../flows/access-keys.ts'
import type { Door, HttpRequest } from '../http/message.ts'
import { signedRequest, type Signing } from '../testing/signed-request.ts'
import { knock, testWorld, type TestWorld } from '../testing/world.ts'
import { jsonDoor } from './json-door.ts'

const prefix = 'AWSCognitoIdentityProviderService'
const unrecognized = 'UnrecognizedClientException: The security token included in the request is invalid.'
const mismatch = /^InvalidSignatureException: The request signature we calculated does not match/

let it: TestWorld
/** The developer's door, which takes unknown keys, and the strict one of production. */
let [lenient, strict]: readonly Door[] = []
let key: { readonly id: string; readonly secret: string }
const logged = new PassThrough()

beforeAll(async () => {
  it = await testWorld({ log: logTo(logged, 'warn') })
  const metrics = processMetrics()
  lenient = jsonDoor({ accountOfUnknownKeys: '000000000000', metrics }, it.world)
  strict = jsonDoor({ accountOfUnknownKeys: undefined, metrics }, it.world)
  key = await createAccessKey('111122223333', it.world)
})

const signing = (more: Partial<Signing> = {}): Signing => ({
  ...key,
  target: `${prefix}.ListUserPools`,
  body: '{"MaxResults":1}',
  at: it.clock.now(),
  ...more,
})
const signed = (more?: Partial<Signing>) => signedRequest(signing(more))

async function answerOf(request: HttpRequest | Promise<HttpRequest>, door = strict): Promise<string> {
  if (!door) throw new Error('no door')
  const { status, body } = await knock(door, await request)
  const answer = JSON.parse(String(body)) as { readonly __type?: string; readonly message?: string }
  return status === 200 ? 'accepted' : `${answer.__type}: ${answer.message}`
}

const anybody = { id: 'test', secret: 'test' }

const doors = [
  ['the developer’s door', () => lenient],
  ['the strict door', () => strict],
] as const

describe.each(doors)('at %s', (_, door) => {
  const at = (request: HttpRequest | Promise<HttpRequest>) => answerOf(request, door())

  test('a known key signs in the header or, for a while, in the address', async () => {
    expect(await at(signed())).toBe('accepted')
    expect(await at(signed({ presigned: true }))).toBe('accepted')
    it.clock.advance(10 * 60_000)
    expect(await at(signed({ presigned: true, at: it.clock.now() - 10 * 60_000 }))).toBe('accepted')
    expect(await at(signed({ presigned: true, at: it.clock.now() - 20 * 60_000 }))).toMatch(/Signature expired/)
  })

  test('a known key’s signature is verified, over all of the request', async () => {
    expect(await at(signed({ secret: 'wrong' }))).toMatch(mismatch)
    const request = await signed()
    expect(await at({ ...request, body: Buffer.from('{"MaxResults":2}') })).toMatch(mismatch)
    expect(await at({ ...request, path: '/other' })).toMatch(mismatch)
    const headers = { ...request.headers, 'x-amz-target': `${prefix}.DeleteUserPool` }
    expect(await at({ ...request, headers })).toMatch(mismatch)
  })

  test('a known key’s signature is good for five minutes', async () => {
    expect(await at(signed({ at: it.clock.now() - 5 * 60_000 }))).toBe('accepted')
    expect(await at(signed({ at: it.clock.now() - 6 * 60_000 }))).toMatch(
      /^InvalidSignatureException: Signature expired/,
    )
    expect(await at(signed({ at: it.clock.now() + 6 * 60_000 }))).toMatch(
      /^InvalidSignatureException: Signature not yet/,
    )
  })

  test('a known key carries no session token: that would be somebody else’s', async () => {
    expect(await at(signed({ sessionToken: 'made-up' }))).toBe(unrecognized)
  })

  test('a disabled key is not one that is unknown', async () => {
    const { id, secret } = await createAccessKey('111122223333', it.world)
    expect(await at(signed({ id, secret }))).toBe('accepted')
    await disableAccessKey(id, it.world)
    expect(await at(signed({ id, secret }))).toBe(unrecognized)
  })
})

describe.each(doors)('at %s', (_, door) => {
  const at = (request: HttpRequest | Promise<HttpRequest>) => answerOf(request, door())

  test('a call that is not signed is refused, before anything is said of its input', async () => {
    const { headers, ...request } = await signed({ body: 'not even JSON' })
    const { authorization: _, ...unsigned } = headers
    expect(await at({ ...request, headers: unsigned })).toBe(
      'MissingAuthenticationTokenException: Missing Authentication Token',
    )
  })

  test('half a signature is refused as such', async () => {
    const request = await signed()
    const with_ = (authorization: string) => at({ ...request, headers: { ...request.headers, authorization } })
    expect(await with_('AWS4-HMAC-SHA256 Credential=test')).toMatch(/^IncompleteSignatureException: /)
    expect(await with_('Bearer abc')).toMatch(/^IncompleteSignatureException: /)
    expect(await with_('')).toMatch(/^(IncompleteSignature|MissingAuthenticationToken)Exception: /)
  })

  test('a signature for another service is refused, whoever signed', async () => {
    for (const who of [key, anybody])
      expect(await at(signed({ ...who, service: 'cognito-identity' }))).toBe(
        "InvalidSignatureException: Credential should be scoped to correct service: 'cognito-idp'. ",
      )
  })

  test('a call that needs no signature may have any, and none', async () => {
    const target = `${prefix}.InitiateAuth`
    const body = '{"AuthFlow":"USER_SRP_AUTH","ClientId":"nobody","AuthParameters":{}}'
    const notFound = 'ResourceNotFoundException: User pool client nobody does not exist.'
    for (const who of [key, anybody, { ...key, secret: 'wrong' }])
      expect(await at(signed({ ...who, target, body }))).toBe(notFound)
    const request = await signed({ target, body, headers: { origin: 'https://evil.example' } })
    const { authorization: _, ...headers } = request.headers
    expect(await at({ ...request, headers })).toBe(notFound)
  })
})

describe('an unknown key', () => {
  test('is the default account’s administrator for a developer, which the log says once', async () => {
    expect(await answerOf(signed(anybody), lenient)).toBe('accepted')
    expect(await answerOf(signed({ ...anybody, id: 'AKIAANOTHER' }), lenient)).toBe('accepted')
    const lines = String(logged.read()).trim().split('\n')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('unknown access keys act as the default account')
  })

  test('is refused by the strict door', async () => {
    expect(await answerOf(signed(anybody))).toBe(unrecognized)
  })

  test.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost.evil.example' },
    { 'sec-fetch-site': 'cross-site' },
  ])('is refused from a page of somebody else’s (%j), whose own key is not', async (headers) => {
    expect(await answerOf(signed({ ...anybody, headers }), lenient)).toBe(unrecognized)
    expect(await answerOf(signed({ headers }), lenient)).toBe('accepted')
  })

  test.each(['http://localhost:5173', 'http://app.localhost', 'http://127.0.0.1:3000', 'http://[::1]:3000'])(
    'is taken from the developer’s own page at %s',
    async (origin) => {
      expect(await answerOf(signed({ ...anybody, headers: { origin } }), lenient)).toBe('accepted')
    },
  )
})
