import { expect, test } from 'vitest'
import { systemRandom as random } from '../ambient/random.ts'
import { keyPairReserve } from './key-pair-reserve.ts'
import { newKeyPair, readPrivateKey, readPublicKey } from './signing-keys.ts'

test('a key pair is published as Cognito publishes its own', async () => {
  const { kid, publicJwk, privateKey } = await newKeyPair(random)
  expect(kid).toMatch(/^[\w+/]{43}=$/)
  expect(Object.keys(publicJwk)).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
  expect(publicJwk).toMatchObject({ alg: 'RS256', e: 'AQAB', kid, kty: 'RSA', use: 'sig' })
  expect(readPrivateKey(privateKey).asymmetricKeyDetails).toMatchObject({ modulusLength: 2048 })
  expect(readPublicKey(publicJwk).type).toBe('public')
})

test('a reserve gives a different pair each time, whether it keeps some or none', async () => {
  for (const size of [0, 1]) {
    await using reserve = keyPairReserve(size, random)
    const kids = (await Promise.all([reserve.take(), reserve.take(), reserve.take()])).map((pair) => pair.kid)
    expect(new Set(kids).size).toBe(3)
  }
})

test('a reserve that is full fills up again after a pair was taken', async () => {
  let made = 0
  const counting = { ...random, bytes: (count: number) => (made++, random.bytes(count)) }
  await using reserve = keyPairReserve(1, counting)
  await reserve.take()
  await reserve.take()
  await expect.poll(() => made).toBeGreaterThanOrEqual(3)
})
