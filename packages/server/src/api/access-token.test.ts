import fc from 'fast-check'
import { loadModel } from '@cognate/wire/load-model.ts'
import { inputsOf } from '@cognate/wire/testing/inputs-of.ts'
import { userPools } from '@cognate/wire/user-pools-service.ts'
import type { OperationName } from '@cognate/wire/user-pools.ts'
import { beforeAll, expect, test } from 'vitest'
import { signInScene, type SignInScene, tokensOf } from '../testing/sign-in-scene.ts'
import { knock, requestFor } from '../testing/world.ts'
import { userPoolOperations } from './user-pools/operations.ts'

const inputs = inputsOf(loadModel('cognito-idp'))
const served = Object.values(userPoolOperations)
  .filter(({ caller, offered }) => caller === 'user' && offered)
  .map(({ name }) => name)

let scene: SignInScene
beforeAll(async () => {
  scene = await signInScene()
})

/** How an operation answers an input that is right in all but its token. */
async function answerTo(name: OperationName, AccessToken: string): Promise<string> {
  const [input] = fc.sample(inputs(name), { numRuns: 1, seed: 7 })
  const body = JSON.stringify({ ...input, AccessToken })
  const { authorization: _, ...headers } = requestFor('', '', 0).headers
  const request = {
    ...requestFor('', body, 0),
    headers: { ...headers, 'x-amz-target': `${userPools.targetPrefix}.${name}` },
  }
  return (JSON.parse(String((await knock(scene.door, request)).body)) as { readonly message?: string }).message ?? ''
}

async function tokensOfSomebody() {
  const user = await scene.newUser(`user-${scene.world.random.uuid()}`)
  return { user, ...tokensOf(await scene.byPassword(user.username)) }
}

test('there are operations to look at', () => {
  expect(served).toContain('GetUser')
  expect(served.length).toBeGreaterThan(5)
})

test.each(served)('%s refuses a token from the moment its user signs out', async (name) => {
  const { AccessToken, RefreshToken } = await tokensOfSomebody()
  const other = await scene.refresh(RefreshToken)
  await scene.call('GlobalSignOut', { AccessToken })
  expect(await answerTo(name, AccessToken)).toBe('Access Token has been revoked')
  expect(await answerTo(name, tokensOf(other).AccessToken)).toBe('Access Token has been revoked')
})

test.each(served)('%s refuses a token whose family was revoked', async (name) => {
  const { AccessToken, RefreshToken } = await tokensOfSomebody()
  await scene.call('RevokeToken', { Token: RefreshToken, ClientId: scene.ClientId })
  expect(await answerTo(name, AccessToken)).toBe('Access Token has been revoked')
})

test.each(served)('%s refuses the token of a user who is disabled, or gone', async (name) => {
  const { AccessToken, user } = await tokensOfSomebody()
  const { users, decide } = scene.world.store
  await decide(users.save({ ...user, enabled: false }, user))
  expect(await answerTo(name, AccessToken)).toBe('User is disabled.')
  await decide(users.remove({ ...user, version: 2 }))
  expect(['User does not exist.', 'Access Token has been revoked']).toContain(await answerTo(name, AccessToken))
})

test.each(served)('%s refuses an ID token, a refresh token, and a token that has ended', async (name) => {
  const { AccessToken, IdToken, RefreshToken } = await tokensOfSomebody()
  expect(await answerTo(name, IdToken)).toBe('Could not verify signature for Access Token')
  expect(await answerTo(name, RefreshToken)).toBe('Invalid Access Token')
  scene.clock.advance(3_600_000)
  expect(await answerTo(name, AccessToken)).toBe('Access Token has expired')
})
