import { expect, test } from 'vitest'
import { testWorld, type TestWorld } from '../testing/world.ts'
import { findDemo, isDemoDue, makeDemo } from './demo.ts'

const UserPoolId = 'us-east-1_cognate01'
const account = '000000000000'
const due = ({ world }: TestWorld) => isDemoDue(false, world)

test('a first start that ended before there was a demo is made good by the next', async () => {
  await using here = await testWorld()
  expect(await isDemoDue(true, here.world)).toBe(true)
  expect(await due(here)).toBe(true)
  await makeDemo(account, here.world)
  expect(await due(here)).toBe(false)
  expect((await findDemo(here.world))?.pool.id).toBe(UserPoolId)
})

test('so is one that ended between the pool and its client', async () => {
  await using here = await testWorld()
  await makeDemo(account, here.world)
  await here.call('DeleteUserPoolClient', { UserPoolId, ClientId: 'cognatedemoclient000000001' })
  expect(await due(here)).toBe(true)
  await makeDemo(account, here.world)
  expect((await findDemo(here.world))?.client.id).toBe('cognatedemoclient000000001')
})

test('a demo that was deleted does not come back, nor does one to an older store', async () => {
  await using here = await testWorld()
  await makeDemo(account, here.world)
  await here.call('DeleteUserPool', { UserPoolId })
  expect(await due(here)).toBe(false)
  await using other = await testWorld()
  other.clock.advance(299_999)
  expect(await due(other)).toBe(true)
  other.clock.advance(1)
  expect(await due(other)).toBe(false)
})
