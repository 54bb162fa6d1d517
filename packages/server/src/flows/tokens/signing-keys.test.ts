import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { publishedKeys } from '../../testing/published-keys.ts'
import { refusalOf } from '../../testing/refusal-of.ts'
import { signInScene, tokensOf } from '../../testing/sign-in-scene.ts'
import { rotateSigningKeys } from './signing-keys.ts'

const hour = 3_600_000

async function rotatedScene() {
  const scene = await signInScene()
  await scene.newUser('ada')
  const before = tokensOf(await scene.byPassword('ada'))
  scene.clock.advance(1000)
  await rotateSigningKeys(scene.UserPoolId, scene.world)
  const after = tokensOf(await scene.byPassword('ada'))
  const published = async () => (await publishedKeys(scene.UserPoolId, scene.world)).keys.map(({ kid }) => kid)
  return { ...scene, before, after, published }
}

const kidOf = (token: string) => decodeProtectedHeader(token).kid

test('a pool signs with its newest keys, and still publishes and believes the ones before', async () => {
  await using scene = await rotatedScene()
  const { before, after } = scene
  const kids = [before.IdToken, before.AccessToken, after.IdToken, after.AccessToken].map(kidOf)
  expect(new Set(kids).size).toBe(4)
  expect(new Set(await scene.published())).toEqual(new Set(kids))
  const keys = createLocalJWKSet(await publishedKeys(scene.UserPoolId, scene.world))
  const currentDate = new Date(scene.clock.now())
  for (const token of [before, after].flatMap(({ IdToken, AccessToken }) => [IdToken, AccessToken]))
    await jwtVerify(token, keys, { currentDate })
  expect(await refusalOf(scene.call('GetUser', { AccessToken: before.AccessToken }))).toBe('accepted')
})

test('retired keys are forgotten when the longest-lived token they can have signed has ended', async () => {
  await using scene = await rotatedScene()
  const { store } = scene.world
  scene.clock.advance(24 * hour)
  await store.forgetExpired(scene.clock.now(), 100)
  expect(await scene.published()).toHaveLength(4)
  scene.clock.advance(hour + 1)
  await store.forgetExpired(scene.clock.now(), 100)
  expect(new Set(await scene.published())).toEqual(new Set([scene.after.IdToken, scene.after.AccessToken].map(kidOf)))
  expect(tokensOf(await scene.byPassword('ada')).AccessToken).not.toBe('')
})

test('two rotations at once leave a pool that signs', async () => {
  await using scene = await rotatedScene()
  await Promise.all([1, 2].map(() => rotateSigningKeys(scene.UserPoolId, scene.world)))
  const { AccessToken } = tokensOf(await scene.byPassword('ada'))
  expect(await refusalOf(scene.call('GetUser', { AccessToken }))).toBe('accepted')
})

test('a rotation retires all that rotations at once left behind', async () => {
  await using scene = await rotatedScene()
  const { clock, world, UserPoolId } = scene
  const rotate = () => rotateSigningKeys(UserPoolId, world)
  await Promise.all([rotate(), rotate()])
  clock.advance(1000)
  await rotate()
  clock.advance(25 * hour + 1)
  await world.store.forgetExpired(clock.now(), 100)
  const { IdToken, AccessToken } = tokensOf(await scene.byPassword('ada'))
  expect(new Set(await scene.published())).toEqual(new Set([IdToken, AccessToken].map(kidOf)))
})
