import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccessKey } from '../flows/access-keys.ts'
import { kmsScene } from '../testing/kms-scene.ts'
import { knock, requestFor } from '../testing/world.ts'
import { signedRequest } from '../testing/signed-request.ts'
import { kmsDoor } from './kms-door.ts'

let scene: Awaited<ReturnType<typeof kmsScene>>
beforeAll(async () => void (scene = await kmsScene()))
afterAll(() => scene[Symbol.asyncDispose]())

const doorOf = (accountOfUnknownKeys: string | undefined) =>
  kmsDoor({ accountOfUnknownKeys, metrics: scene.metrics }, scene.world)
const unsigned = (target: string, body = '{}') => requestFor(target, body, Date.now(), 'kms')

async function answerOf(request: ReturnType<typeof unsigned>, account?: string) {
  const { status, body, headers } = await knock(doorOf(account), request)
  const { __type } = JSON.parse(String(body)) as { readonly __type?: string }
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  return `${status} ${__type ?? 'accepted'}`
}

describe('the door of keys', () => {
  test('takes what names the service, and nothing else', () => {
    expect(doorOf(undefined)(unsigned('AWSCognitoIdentityProviderService.SignUp'))).toBeUndefined()
    expect(doorOf(undefined)({ ...unsigned(''), headers: {} })).toBeUndefined()
  })

  test('takes an unknown access key where a developer’s server does, but from no page of somebody else’s', async () => {
    const request = unsigned('TrentService.ListKeys')
    expect(await answerOf(request)).toBe('400 UnrecognizedClientException')
    expect(await answerOf(request, '000000000000')).toBe('200 accepted')
    const foreign = { ...request, headers: { ...request.headers, origin: 'https://evil.example' } }
    expect(await answerOf(foreign, '000000000000')).toBe('400 UnrecognizedClientException')
  })

  test('takes only what was signed, and for this service', async () => {
    const { authorization: _, ...headers } = unsigned('TrentService.ListKeys').headers
    const request = { ...unsigned('TrentService.ListKeys'), headers }
    expect(await answerOf(request, '000000000000')).toBe('400 MissingAuthenticationTokenException')
    const key = await createAccessKey('111122223333', scene.world)
    const signing = { ...key, target: 'TrentService.ListKeys', body: '{}', at: Date.now() }
    expect(await answerOf(await signedRequest({ ...signing, service: 'kms' }))).toBe('200 accepted')
    expect(await answerOf(await signedRequest({ ...signing, service: 'kms', secret: 'wrong' }))).toBe(
      '400 InvalidSignatureException',
    )
    expect(await answerOf(await signedRequest(signing))).toBe('400 InvalidSignatureException')
  })

  test.each(['Nonsense', 'toString', '__proto__', '', 'CreateGrant'])('does not serve %j', async (name) => {
    expect(await answerOf(unsigned(`TrentService.${name}`), '0')).toBe('400 UnknownOperationException')
  })

  test.each([
    ['', 'SerializationException'],
    ['[1', 'SerializationException'],
    ['{"KeyId":7}', 'SerializationException'],
    ['{}', 'ValidationException'],
  ])('refuses a body that is no input: %j', async (body, name) => {
    expect(await answerOf(unsigned('TrentService.DescribeKey', body), '0')).toBe(`400 ${name}`)
  })
})
