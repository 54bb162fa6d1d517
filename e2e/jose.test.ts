import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { newPool } from './new-pool.ts'
import { onBothStores } from './on-both-stores.ts'
import { tampered } from './tampered.ts'
import { tokensOf } from './tokens-of.ts'

interface Discovery {
  readonly issuer: string
  readonly jwks_uri: string
  readonly id_token_signing_alg_values_supported: readonly string[]
}

const scenes = onBothStores(async ({ endpoint }) => {
  const pool = await newPool(endpoint)
  const tokens = await tokensOf(pool, endpoint)
  const discovery = await discoveryOf(`${endpoint}/${pool.poolId}`)
  return { pool, tokens, discovery, keys: createRemoteJWKSet(new URL(discovery.jwks_uri)) }
})

async function discoveryOf(issuer: string): Promise<Discovery> {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`)
  return (await response.json()) as Discovery
}

test.each(scenes)(
  'discovery names the issuer that tokens name, which is the address it was read from, on $store',
  async (scene) => {
    const { issuer, ...discovery } = scene.discovery
    expect(issuer).toBe(`${scene.server.endpoint}/${scene.pool.poolId}`)
    expect(discovery.id_token_signing_alg_values_supported).toEqual(['RS256'])
    const { payload } = await jwtVerify(scene.tokens.access, scene.keys, { issuer })
    expect(payload).toMatchObject({ token_use: 'access', client_id: scene.pool.clientId })
  },
)

test.each(scenes)(
  'the ID token is verified with nothing but what discovery says, on $store',
  async ({ pool, tokens, discovery, keys }) => {
    const { payload } = await jwtVerify(tokens.id, keys, {
      issuer: discovery.issuer,
      audience: pool.clientId,
      algorithms: ['RS256'],
      requiredClaims: ['sub', 'auth_time', 'exp', 'iat', 'jti'],
    })
    expect(payload).toMatchObject({ token_use: 'id', email: 'ada@example.com' })
  },
)

test.each(scenes)(
  'ID and access tokens are signed with different keys, both published, on $store',
  async ({ tokens, discovery }) => {
    const kids = [tokens.id, tokens.access].map((token) => decodeProtectedHeader(token).kid)
    const published = (await (await fetch(discovery.jwks_uri)).json()) as { readonly keys: readonly { kid: string }[] }
    expect(new Set(kids).size).toBe(2)
    expect(published.keys.map(({ kid }) => kid)).toEqual(expect.arrayContaining(kids))
  },
)

test.each(scenes)('a tampered token is rejected, on $store', async ({ tokens, keys }) => {
  await expect(jwtVerify(tampered(tokens.id), keys)).rejects.toMatchObject({
    code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
  })
})

test.each(scenes)('a token for another client is rejected, on $store', async ({ tokens, keys }) => {
  const verified = jwtVerify(tokens.id, keys, { audience: '0'.repeat(26) })
  await expect(verified).rejects.toMatchObject({ code: 'ERR_JWT_CLAIM_VALIDATION_FAILED', claim: 'aud' })
})

test.each(scenes)('a token is rejected when its hour is over, on $store', async ({ tokens, keys }) => {
  const currentDate = new Date(Date.now() + 3_601_000)
  await expect(jwtVerify(tokens.id, keys, { currentDate })).rejects.toMatchObject({ code: 'ERR_JWT_EXPIRED' })
})

test.each(scenes)('the keys of another pool verify nothing, on $store', async ({ tokens, server }) => {
  const { poolId } = await newPool(server.endpoint)
  const keys = createRemoteJWKSet(new URL(`${server.endpoint}/${poolId}/.well-known/jwks.json`))
  await expect(jwtVerify(tokens.id, keys)).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' })
})
