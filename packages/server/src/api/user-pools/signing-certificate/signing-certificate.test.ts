import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signingCertificate } from '../../../flows/signing-certificate/signing-certificate.ts'
import { poolsOfOthers } from '../../../testing/pools-of-others.ts'
import { refusedWith } from '../../../testing/refused-with.ts'
import { type TestWorld, testWorld } from '../../../testing/world.ts'

let here: TestWorld
beforeAll(async () => {
  here = await testWorld()
})
afterAll(() => here[Symbol.asyncDispose]())

const newPool = async () => (await here.call('CreateUserPool', { PoolName: 'p' })).UserPool?.Id ?? ''
const certificateOf = async (UserPoolId: string) =>
  (await here.call('GetSigningCertificate', { UserPoolId })).Certificate ?? ''
const read = (certificate: string) => new X509Certificate(Buffer.from(certificate, 'base64'))

test('a pool has one certificate of its own, for ten years, in base64 without the lines of PEM [D] [K]', async () => {
  const UserPoolId = await newPool()
  const asked = await Promise.all([certificateOf(UserPoolId), certificateOf(UserPoolId), certificateOf(UserPoolId)])

  expect(new Set(asked).size).toBe(1)
  expect(asked[0]).toMatch(/^MII[A-Za-z0-9+/]+=*$/)
  const { subject, publicKey, validFromDate, validToDate } = read(asked[0] ?? '')
  expect(subject).toBe(`CN=${UserPoolId}`)
  expect(publicKey.asymmetricKeyDetails).toMatchObject({ modulusLength: 2048 })
  expect(validFromDate).toEqual(new Date(here.clock.now()))
  expect(validToDate.getUTCFullYear() - validFromDate.getUTCFullYear()).toBe(10)
  expect(await certificateOf(await newPool())).not.toBe(asked[0])
})

test('after a year there is another one [D]', async () => {
  const UserPoolId = await newPool()
  const first = await certificateOf(UserPoolId)
  here.clock.advance(364 * 86_400_000)
  expect(await certificateOf(UserPoolId)).toBe(first)
  here.clock.advance(86_400_000)
  const second = await certificateOf(UserPoolId)
  expect(second).not.toBe(first)
  expect(await certificateOf(UserPoolId)).toBe(second)
})

test('its key is kept sealed, and is the one that the certificate shows', async () => {
  const UserPoolId = await newPool()
  const certificate = await certificateOf(UserPoolId)
  const [kept] = (await here.world.store.resources.list(UserPoolId, 'SigningCertificate', { limit: 2 })).items
  expect(JSON.stringify(kept)).not.toContain('PRIVATE KEY')
  const { privateKey } = await signingCertificate(UserPoolId, here.world)
  expect(read(certificate).publicKey.equals(createPublicKey(createPrivateKey(privateKey)))).toBe(true)
  const wrongPool = { ...here.world.sealer, unseal: (sealed: string) => here.world.sealer.unseal(sealed, 'another') }
  await expect(signingCertificate(UserPoolId, { ...here.world, sealer: wrongPool })).rejects.toThrow('sealed')
})

test('there is none for a pool of somebody else', async () => {
  for (const UserPoolId of await poolsOfOthers(here))
    expect(await refusedWith(here.call('GetSigningCertificate', { UserPoolId }))).toBe(
      `ResourceNotFoundException: User pool ${UserPoolId} does not exist.`,
    )
})
