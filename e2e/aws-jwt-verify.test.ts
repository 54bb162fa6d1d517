import type { CreateUserPoolRequest } from '@aws-sdk/client-cognito-identity-provider'
import { CognitoJwtVerifier, JwtVerifier } from 'aws-jwt-verify'
import type { Jwks } from 'aws-jwt-verify/jwk'
import { expect, test } from 'vitest'
import { newPool } from './new-pool.ts'
import type { NewPool } from './new-pool.ts'
import { onBothStores } from './on-both-stores.ts'
import type { Server } from './server.ts'
import { tampered } from './tampered.ts'
import { tokensOf } from './tokens-of.ts'

const asAws = { 'cognate:issuer': 'aws' }

const scenes = onBothStores(async (server) => ({
  /** Issues tokens in our own name. */
  own: await enrolled(server),
  /** Issue tokens in AWS's name, in each of its two forms. */
  aws: [
    { host: 'cognito-idp', ...(await enrolled(server, { UserPoolTags: asAws })) },
    {
      host: 'issuer-cognito-idp',
      ...(await enrolled(server, { UserPoolTags: asAws, IssuerConfiguration: { Type: 'UPDATED' } })),
    },
  ],
}))

/** A pool, a person's tokens, and the keys: the library downloads over https only, so they are put into its cache. */
async function enrolled({ endpoint }: Server, settings: Partial<CreateUserPoolRequest> = {}) {
  const pool = await newPool(endpoint, { pool: settings })
  const response = await fetch(`${endpoint}/${pool.poolId}/.well-known/jwks.json`)
  return {
    pool,
    tokens: await tokensOf(pool, endpoint),
    issuer: `${endpoint}/${pool.poolId}`,
    keys: (await response.json()) as Jwks,
  }
}

type Enrolled = Awaited<ReturnType<typeof enrolled>>
const anotherClient = '0'.repeat(26)

function verifier({ keys, issuer }: Pick<Enrolled, 'keys' | 'issuer'>, audience: string | null) {
  const made = JwtVerifier.create({ issuer, audience, jwksUri: 'https://keys.invalid/jwks.json' })
  made.cacheJwks(keys)
  return made
}

function cognitoVerifier(
  { keys, pool }: Enrolled,
  tokenUse: 'id' | 'access',
  { clientId }: Pick<NewPool, 'clientId'> = pool,
) {
  const made = CognitoJwtVerifier.create({ userPoolId: pool.poolId, tokenUse, clientId })
  made.cacheJwks(keys)
  return made
}

test.each(scenes)(
  'JwtVerifier accepts the ID token for its client, and the access token, which has no audience, on $store',
  async ({ own }) => {
    expect(await verifier(own, own.pool.clientId).verify(own.tokens.id)).toMatchObject({ token_use: 'id' })
    expect(await verifier(own, null).verify(own.tokens.access)).toMatchObject({ client_id: own.pool.clientId })
  },
)

test.each(scenes)(
  'JwtVerifier rejects a tampered token, another client and another issuer, on $store',
  async ({ own }) => {
    const { tokens } = own
    await expect(verifier(own, null).verify(tampered(tokens.id))).rejects.toThrow('Invalid signature')
    await expect(verifier(own, anotherClient).verify(tokens.id)).rejects.toThrow('Audience not allowed')
    const elsewhere = { ...own, issuer: 'https://id.invalid' }
    await expect(verifier(elsewhere, null).verify(tokens.id)).rejects.toThrow('Issuer not allowed')
  },
)

test.each(scenes)(
  'CognitoJwtVerifier accepts both tokens of a pool that issues as AWS does, in both forms, on $store',
  async ({ aws }) => {
    for (const enrolment of aws) {
      const { tokens, pool, host } = enrolment
      const iss = `https://${host}.us-east-1.amazonaws.com/${pool.poolId}`
      expect(await cognitoVerifier(enrolment, 'id').verify(tokens.id)).toMatchObject({ iss, email: 'ada@example.com' })
      expect(await cognitoVerifier(enrolment, 'access').verify(tokens.access)).toMatchObject({ iss })
    }
  },
)

test.each(scenes)(
  'CognitoJwtVerifier rejects a tampered token, another use, another client and another issuer, on $store',
  async ({ aws, own }) => {
    for (const enrolment of aws) {
      const { tokens } = enrolment
      const other = { clientId: anotherClient }
      const attempts = [
        [cognitoVerifier(enrolment, 'id'), tampered(tokens.id), 'Invalid signature'],
        [cognitoVerifier(enrolment, 'access'), tokens.id, 'Token use not allowed'],
        [cognitoVerifier(enrolment, 'id', other), tokens.id, 'Client ID ("audience") not allowed'],
        [cognitoVerifier(enrolment, 'access', other), tokens.access, 'Client ID not allowed'],
      ] as const
      for (const [verifies, token, why] of attempts) await expect(verifies.verify(token)).rejects.toThrow(why)
    }
    await expect(cognitoVerifier(own, 'id').verify(own.tokens.id)).rejects.toThrow('issuer not configured')
  },
)
