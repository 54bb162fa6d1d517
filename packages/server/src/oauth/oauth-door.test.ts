import { beforeAll, describe, expect, test } from 'vitest'
import { getRequest } from '../testing/get-request.ts'
import { testWorld, type TestWorld } from '../testing/world.ts'
import { oauthDoor } from './oauth-door.ts'

let it: TestWorld
let poolId = ''
beforeAll(async () => {
  it = await testWorld()
  poolId = (await it.call('CreateUserPool', { PoolName: 'people' })).UserPool?.Id ?? ''
})

const ask = (path: string, method = 'GET', world = it.world) => oauthDoor(world)(getRequest(path, { method }))
const read = async (path: string) => JSON.parse(String((await ask(path))?.body)) as Record<string, unknown>

describe('the keys of a pool', () => {
  test('are two, public parts only, in the form of the service', async () => {
    const { keys } = (await read(`/${poolId}/.well-known/jwks.json`)) as { keys: readonly Record<string, string>[] }
    expect(keys).toHaveLength(2)
    for (const key of keys) {
      expect(Object.keys(key)).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
      expect(key).toMatchObject({ alg: 'RS256', e: 'AQAB', kty: 'RSA', use: 'sig', kid: expect.stringMatching(/=$/) })
    }
  })

  test('may be kept for a quarter of an hour and read from any page', async () => {
    expect((await ask(`/${poolId}/.well-known/jwks.json`))?.headers).toEqual({
      'content-type': 'application/json;charset=UTF-8',
      'cache-control': 'public, max-age=900',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    })
  })
})

test('discovery names the issuer, its keys, and no endpoint that is not there', async () => {
  expect(await read(`/${poolId}/.well-known/openid-configuration`)).toEqual({
    id_token_signing_alg_values_supported: ['RS256'],
    issuer: `http://localhost:9400/${poolId}`,
    jwks_uri: `http://localhost:9400/${poolId}/.well-known/jwks.json`,
    response_types_supported: ['code', 'token'],
    scopes_supported: ['openid', 'email', 'phone', 'profile'],
    subject_types_supported: ['public'],
  })
})

test('a pool that is not there has no documents, and nobody remembers that', async () => {
  for (const name of ['jwks.json', 'openid-configuration']) {
    const answer = await ask(`/us-east-1_nOsUcHp0l/.well-known/${name}`)
    expect(answer?.status).toBe(404)
    expect(answer?.headers['cache-control']).toBe('no-store')
  }
})

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is not served, and says what is', async (method) => {
  const answer = await ask(`/${poolId}/.well-known/jwks.json`, method)
  expect([answer?.status, answer?.headers['allow']]).toEqual([405, 'GET, HEAD'])
})

test.each(['/', '/.well-known/jwks.json', '/us-east-1_x/.well-known/other', '/us-east-1_x/.well-known/jwks.json/'])(
  '%s is left to other doors',
  (path) => {
    expect(ask(path)).toBeUndefined()
  },
)
