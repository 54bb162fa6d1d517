import { expect } from 'vitest'
import { systemRandom } from '../../ambient/random.ts'
import type { Place } from '../../testing/engines.ts'
import { sharedStoreTest } from '../../testing/every-store.ts'
import { refusalOf } from '../../testing/refusal-of.ts'
import { type SignInScene, signInScene, tokensOf } from '../../testing/sign-in-scene.ts'
import { testWorld } from '../../testing/world.ts'

const spent = 'NotAuthorizedException: Invalid session for the user, session can only be used once.'

/** Two nodes on one store, and a way to ask them in turns, all at once. */
async function twoNodes(place: Place) {
  const masterKey = systemRandom.bytes(32)
  const scene = await signInScene({}, { store: await place.open(), masterKey })
  const second = await testWorld({ store: await place.open(), masterKey })
  type Call = SignInScene['call']
  const atOnce = (count: number, ask: (call: Call, place: number) => Promise<unknown>) =>
    Promise.all(Array.from({ length: count }, (_, n) => refusalOf(ask(n % 2 === 0 ? scene.call : second.call, n))))
  return {
    scene,
    atOnce,
    second,
    async [Symbol.asyncDispose]() {
      await second[Symbol.asyncDispose]()
      await scene[Symbol.asyncDispose]()
    },
  }
}

const countOf = (answers: readonly string[], wanted: string) => answers.filter((answer) => answer === wanted).length

sharedStoreTest('one node goes on with what another began', async (place) => {
  await using nodes = await twoNodes(place)
  const { scene, second } = nodes
  await scene.newUser('ada')
  const { ClientId, ChallengeResponses } = await scene.startSrp('ada')
  const proof = { ClientId, ChallengeName: 'PASSWORD_VERIFIER', ChallengeResponses } as const
  const { AccessToken } = tokensOf(await second.call('RespondToAuthChallenge', proof))
  expect(await scene.call('GetUser', { AccessToken })).toHaveProperty('Username', 'ada')
  await second.call('GlobalSignOut', { AccessToken })
  expect(await refusalOf(scene.call('GetUser', { AccessToken }))).toMatch(/Access Token has been revoked$/)
})

sharedStoreTest('an SRP proof that is shown to two nodes many times at once opens one session', async (place) => {
  await using nodes = await twoNodes(place)
  const { scene, atOnce } = nodes
  await scene.newUser('ada')
  const { ClientId, ChallengeResponses } = await scene.startSrp('ada')
  const proof = { ClientId, ChallengeName: 'PASSWORD_VERIFIER', ChallengeResponses } as const
  const answers = await atOnce(12, (call) => call('RespondToAuthChallenge', proof))
  expect([countOf(answers, 'accepted'), countOf(answers, spent)]).toEqual([1, 11])
})

sharedStoreTest('a temporary password is exchanged once, however many exchange it', async (place) => {
  await using nodes = await twoNodes(place)
  const { scene, atOnce } = nodes
  await scene.newUser('ada', { status: 'FORCE_CHANGE_PASSWORD' })
  const { Session = '' } = await scene.byPassword('ada')
  const answers = await atOnce(8, (call, n) =>
    call('RespondToAuthChallenge', {
      ClientId: scene.ClientId,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session,
      ChallengeResponses: { USERNAME: 'ada', NEW_PASSWORD: `Brand-new-horse-${n}` },
    }),
  )
  expect([countOf(answers, 'accepted'), countOf(answers, spent)]).toEqual([1, 7])
  const won = answers.indexOf('accepted')
  expect(await refusalOf(scene.byPassword('ada', `Brand-new-horse-${won}`))).toBe('accepted')
})

sharedStoreTest('guesses at two nodes at once learn no more than five in a row', async (place) => {
  await using nodes = await twoNodes(place)
  const { scene, atOnce } = nodes
  await scene.newUser('ada')
  const AuthParameters = { USERNAME: 'ada', PASSWORD: 'Wrong-horse-1' }
  const request = { ClientId: scene.ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters } as const
  const answers = await atOnce(60, (call) => call('InitiateAuth', request))
  expect(countOf(answers, 'NotAuthorizedException: Incorrect username or password.')).toBe(5)
  expect(countOf(answers, 'NotAuthorizedException: Password attempts exceeded')).toBe(55)
})

sharedStoreTest('a refresh token that is used at two nodes at once is rotated once', async (place) => {
  await using nodes = await twoNodes(place)
  const { scene, atOnce } = nodes
  await scene.newUser('ada')
  for (const RetryGracePeriodSeconds of [0, 30]) {
    const { ClientId } = await scene.newClient({
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds },
    })
    const { RefreshToken } = tokensOf(await scene.byPassword('ada', undefined, ClientId))
    const answers = await atOnce(8, (call) => call('GetTokensFromRefreshToken', { ClientId, RefreshToken }))
    expect(countOf(answers, 'accepted')).toBe(RetryGracePeriodSeconds === 0 ? 1 : 8)
  }
})
