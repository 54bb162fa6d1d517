import { createHmac, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { createLocalJWKSet, importPKCS8, jwtVerify, SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { systemRandom as random } from '../ambient/random.ts'
import { jwsSigner, longestJws, verifyJws } from './jws.ts'
import { newKeyPair, readPrivateKey, readPublicKey } from './signing-keys.ts'

const { kid, privateKey, publicJwk } = await newKeyPair(random)
const [key, publicKey] = [readPrivateKey(privateKey), readPublicKey(publicJwk)]
const sign = jwsSigner(kid, key)
const claims = { sub: 'zoë', iss: 'http://localhost:9400/eu-west-1_abc', exp: 4_102_444_800, 'cognito:groups': ['a'] }
const token = await sign(claims)
const [header = '', payload = '', signature = ''] = token.split('.')
const verify = (text: string) => verifyJws(text, (asked) => (asked === kid ? publicKey : undefined))
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

test('the header is as Cognito writes it', () => {
  expect(Buffer.from(header, 'base64url').toString()).toBe(`{"kid":"${kid}","alg":"RS256"}`)
})

test('a token that was signed is read again', async () => {
  expect(await verify(token)).toEqual(claims)
})

test('jose verifies ours by the published key, and we read what jose signs with the same header', async () => {
  const { payload: read } = await jwtVerify(token, createLocalJWKSet({ keys: [{ ...publicJwk }] }))
  expect(read).toEqual(claims)
  const theirs = await new SignJWT(claims).setProtectedHeader({ kid, alg: 'RS256' }).sign(key)
  expect(await verify(theirs)).toEqual(claims)
})

test('whoever finds the key is told the issuer, and may take time', async () => {
  const asked: unknown[] = []
  const keyOf = async (...about: readonly unknown[]) => {
    asked.push(...about)
    return publicKey
  }
  expect(await verifyJws(token, keyOf)).toEqual(claims)
  expect(asked).toEqual([kid, claims.iss])
  await verifyJws(`${header}.${encode({ iss: 7 })}.${signature}`, keyOf)
  expect(asked.slice(2)).toEqual([kid, undefined])
})

function forged(head: Record<string, unknown>): string {
  return `${encode(head)}.${payload}.${signature}`
}

/** The classic confusion: the public key used as the secret of an HMAC. */
function hs256(): string {
  const signed = `${encode({ kid, alg: 'HS256' })}.${payload}`
  const pem = createPublicKey(key).export({ format: 'pem', type: 'spki' })
  return `${signed}.${createHmac('sha256', pem).update(signed).digest('base64url')}`
}

/** The same bits, spelt with other spare bits in the last character. */
function otherSpelling(text: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return text.slice(0, -1) + (alphabet[alphabet.indexOf(text.at(-1) ?? '') + 1] ?? '')
}

describe('refused', () => {
  test.each<[string, string]>([
    ['nothing', ''],
    ['rubbish', 'a.b.c'],
    ['dots alone', '..'],
    ['two parts', `${header}.${payload}`],
    ['four parts', `${token}.${signature}`],
    ['algorithm none', `${encode({ kid, alg: 'none' })}.${payload}.`],
    ['algorithm none with a signature', forged({ kid, alg: 'none' })],
    ['algorithm HS256', hs256()],
    ['algorithm PS256', forged({ kid, alg: 'PS256' })],
    ['an unknown key id', forged({ kid: random.bytes(32).toString('base64'), alg: 'RS256' })],
    ['no key id', forged({ alg: 'RS256' })],
    ['a header of another order', forged({ alg: 'RS256', kid })],
    ['a header with more in it', forged({ kid, alg: 'RS256', crit: ['x'] })],
    ['other claims', `${header}.${encode({ ...claims, sub: 'eve' })}.${signature}`],
    ['claims that are no object', `${header}.${encode([claims])}.${signature}`],
    ['claims that are no JSON', `${header}.${'A'.repeat(8)}.${signature}`],
    ['a signature with padding', `${token}==`],
    ['a signature followed by something', `${token}AAAA`],
    ['a signature followed by a line', `${token}\n`],
    ['a signature cut short', token.slice(0, -4)],
    ['a signature spelt otherwise', otherSpelling(token)],
    ['a payload with padding', `${header}.${payload}=.${signature}`],
    ['a payload with a space', `${header}.${payload} .${signature}`],
    ['a text that is too long', `${header}.${'A'.repeat(longestJws)}.${signature}`],
  ])('%s', async (_, text) => {
    expect(await verify(text)).toBeUndefined()
  })

  test.each<[string, { kid: string; alg: string; typ?: string }]>([
    ['of another order', { alg: 'RS256', kid }],
    ['with more in it', { kid, alg: 'RS256', typ: 'JWT' }],
    ['of another algorithm', { kid, alg: 'PS256' }],
  ])('a header %s, though the key signed it', async (_, head) => {
    const signingKey = await importPKCS8(privateKey, head.alg)
    expect(await verify(await new SignJWT(claims).setProtectedHeader(head).sign(signingKey))).toBeUndefined()
  })

  test('a token that is too long, though the key signed it', async () => {
    expect(await verify(await sign({ long: 'x'.repeat(longestJws / 2) }))).toBeTypeOf('object')
    expect(await verify(await sign({ long: 'x'.repeat(longestJws) }))).toBeUndefined()
  })

  test('a token of another key', async () => {
    const other = readPublicKey((await newKeyPair(random)).publicJwk)
    expect(await verifyJws(token, () => other)).toBeUndefined()
  })

  test('a key that is not an RSA public key', async () => {
    const { publicKey: elliptic } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    expect(await verifyJws(token, () => elliptic)).toBeUndefined()
    expect(await verifyJws(token, () => key)).toBeUndefined()
  })
})

test('the spelling test does change one character only', () => {
  expect(Buffer.from(otherSpelling(signature), 'base64url')).toEqual(Buffer.from(signature, 'base64url'))
})
