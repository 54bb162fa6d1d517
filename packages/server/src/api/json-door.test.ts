import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listenerFor } from '../http/testing/listener-for.ts'
import { oauthDoor } from '../oauth/oauth-door.ts'
import { requestFor, testWorld, type TestWorld } from '../testing/world.ts'

const prefix = 'AWSCognitoIdentityProviderService'
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

let it: TestWorld
let listener: Awaited<ReturnType<typeof listenerFor>>
beforeAll(async () => {
  it = await testWorld()
  listener = await listenerFor([it.door, oauthDoor(it.world)])
})
afterAll(async () => {
  await listener[Symbol.asyncDispose]()
  await it[Symbol.asyncDispose]()
})

const post = (target: string, body: string | Uint8Array<ArrayBuffer>, headers: Readonly<Record<string, string>> = {}) =>
  fetch(listener.address, { method: 'POST', body, headers: { 'x-amz-target': target, ...headers } })

/** Signed by nobody's key, as the developer's profile takes it. */
const credential = () => ({
  authorization: requestFor('', '', it.clock.now()).headers['authorization'] ?? '',
  'x-amz-date': requestFor('', '', it.clock.now()).headers['x-amz-date'] ?? '',
  'content-type': 'application/x-amz-json-1.1',
})

async function refusal(response: Promise<Response>) {
  const answer = await response
  const { __type, message } = (await answer.json()) as { readonly __type: string; readonly message: string }
  return { status: answer.status, headers: answer.headers, __type, message }
}

describe('every answer', () => {
  test('has an id of its own and says that it is JSON of this protocol, which nobody keeps', async () => {
    const [one, other] = [await post(`${prefix}.SignUp`, '{}'), await post(`${prefix}.SignUp`, '{}')]
    expect(one.headers.get('x-amzn-requestid')).toMatch(uuid)
    expect(other.headers.get('x-amzn-requestid')).not.toBe(one.headers.get('x-amzn-requestid'))
    expect(one.headers.get('content-type')).toBe('application/x-amz-json-1.1')
    expect(one.headers.get('cache-control')).toBe('no-store')
  })

  test('may be read by any page, a refusal as well as a success', async () => {
    const success = await post(`${prefix}.ListUserPools`, '{"MaxResults":1}', credential())
    const refused = await post(`${prefix}.SignUp`, '{}', { origin: 'https://app.example' })
    expect([success.status, refused.status]).toEqual([200, 400])
    for (const { headers } of [success, refused]) {
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('access-control-expose-headers')).toContain('x-amzn-ErrorType')
      expect(headers.get('access-control-allow-credentials')).toBeNull()
    }
  })

  test('that refuses says so in the body and, with a colon, in the headers', async () => {
    const { status, headers, __type, message } = await refusal(post(`${prefix}.Nonsense`, '{}'))
    expect([status, __type, message]).toEqual([400, 'UnknownOperationException', 'Unknown operation.'])
    expect(headers.get('x-amzn-errortype')).toBe('UnknownOperationException:')
    expect(headers.get('x-amzn-errormessage')).toBe('Unknown operation.')
  })

  test('gives dates as seconds since 1970, with a fraction', async () => {
    const response = await post(`${prefix}.CreateUserPool`, '{"PoolName":"people"}', credential())
    const { UserPool } = (await response.json()) as { readonly UserPool: { readonly CreationDate: unknown } }
    expect(UserPool.CreationDate).toBe(it.clock.now() / 1000)
  })
})

describe('input that is not what the model says', () => {
  test('is refused with every broken constraint in one sentence', async () => {
    const answer = await refusal(post(`${prefix}.SignUp`, '{"ClientId":"!","Username":""}'))
    expect(answer.__type).toBe('InvalidParameterException')
    expect(answer.message).toMatch(
      /^\d validation errors detected: Value '!' at 'clientId' failed to satisfy constraint: /,
    )
    expect(answer.message).toContain(
      "; Value at 'username' failed to satisfy constraint: Member must have length greater than or equal to 1",
    )
    expect(answer.headers.get('x-amzn-errormessage')?.length).toBeLessThanOrEqual(1024)
  })

  test('is refused in the singular when it is one', async () => {
    const body = '{"AuthFlow":"NONSENSE","ClientId":"abc"}'
    expect((await refusal(post(`${prefix}.InitiateAuth`, body))).message).toMatch(
      /^1 validation error detected: Value 'NONSENSE' at 'authFlow' failed to satisfy constraint: Member must satisfy enum value set: \[/,
    )
  })

  test.each<[string, string | Uint8Array<ArrayBuffer>]>([
    ['nothing', ''],
    ['no JSON', 'username=ada'],
    ['cut short', '{"ClientId":"abc"'],
    ['null', 'null'],
    ['a number where text belongs', '{"ClientId":7,"Username":"ada"}'],
    ['text where a list belongs', '{"ClientId":"a","Username":"a","UserAttributes":"x"}'],
    ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
    ['nested too deep', `{"a":${'['.repeat(20_000)}`],
  ])('and cannot be read (%s) is a SerializationException', async (_, body) => {
    const { status, __type } = await refusal(post(`${prefix}.SignUp`, body))
    expect([status, __type]).toEqual([400, 'SerializationException'])
  })

  test('may have members that nobody knows, and members twice', async () => {
    const body = '{"MaxResults":"x","MaxResults":1,"Nonsense":{"a":[1]},"__proto__":{"x":1}}'
    expect((await post(`${prefix}.ListUserPools`, body, credential())).status).toBe(200)
  })

  test('never comes back in a header line of its own', async () => {
    const body = JSON.stringify({ ClientId: 'a\r\nset-cookie: x', Username: 'ada', Password: 'x' })
    const response = await post(`${prefix}.SignUp`, body)
    expect(response.status).toBe(400)
    expect(response.headers.get('set-cookie')).toBeNull()
  })
})

describe('an operation', () => {
  test.each([
    [`${prefix}.Nonsense`, 'Unknown operation.'],
    [`${prefix}.toString`, 'Unknown operation.'],
    [`${prefix}.__proto__`, 'Unknown operation.'],
    ['Nonsense.SignUp', 'Unknown operation.'],
    ['SignUp', 'Unknown operation.'],
    ['', 'Unknown operation.'],
    ['AWSCognitoIdentityService.GetId', 'GetId is not offered by Cognate yet.'],
  ])('that is not served (%j) says so, unsigned as it is', async (target, message) => {
    expect(await refusal(post(target, '{}'))).toMatchObject({
      status: 400,
      __type: 'UnknownOperationException',
      message,
    })
  })

  test('is reached under any path', async () => {
    for (const path of ['/', '/cognito-idp', '/cognito-idp/', '/a/b?c=d']) {
      const headers = { 'x-amz-target': `${prefix}.SignUp` }
      const response = await fetch(listener.address + path, { method: 'POST', body: '{}', headers })
      expect(((await response.json()) as { readonly __type: string }).__type).toBe('InvalidParameterException')
    }
  })

  test.each(['GET', 'PUT', 'DELETE', 'PATCH'])('is not reached by %s', async (method) => {
    const response = fetch(listener.address, { method, headers: { 'x-amz-target': `${prefix}.SignUp` } })
    expect((await refusal(response)).__type).toBe('UnknownOperationException')
  })
})

describe('without a target', () => {
  test.each(['GET', 'POST', 'OPTIONS'])('%s is not for this door', async (method) => {
    const response = await fetch(listener.address, { method })
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([404, null])
  })

  test('HEAD gets no body', async () => {
    const response = await fetch(listener.address, { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([404, ''])
  })
})

describe('a preflight', () => {
  const ask = (headers: Readonly<Record<string, string>>, path = '/') =>
    fetch(listener.address + path, {
      method: 'OPTIONS',
      headers: { origin: 'https://app.example', 'access-control-request-method': 'POST', ...headers },
    })

  test('of a page that calls a service is granted, with the headers it asks for', async () => {
    const asked = 'cache-control,content-type,x-amz-target,x-amz-user-agent'
    const response = await ask({ 'access-control-request-headers': asked })
    expect(response.status).toBe(200)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-methods')).toBe('POST, OPTIONS')
    expect(response.headers.get('access-control-allow-headers')).toBe(asked)
    expect(response.headers.get('access-control-max-age')).toBe('7200')
    expect(response.headers.get('vary')).toBe('access-control-request-headers')
  })

  test('that asks for nonsense beside the target is granted what every client needs', async () => {
    const response = await ask({ 'access-control-request-headers': 'x-amz-target, <script>' })
    expect(response.headers.get('access-control-allow-headers')).toBe('content-type,x-amz-target')
  })

  test.each(['content-type', 'authorization', 'not-x-amz-target', ''])(
    'for %j is not answered by this door',
    async (asked) => {
      const response = await ask({ 'access-control-request-headers': asked })
      expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([404, null])
    },
  )
})
