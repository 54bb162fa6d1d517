import { expect } from 'vitest'
import { systemRandom } from '../../ambient/random.ts'
import type { Place } from '../../testing/engines.ts'
import { sharedStoreTest } from '../../testing/every-store.ts'
import { mfaScene, softwareTokenMfa, wrongFor } from '../../testing/mfa-scene.ts'
import { refusalOf } from '../../testing/refusal-of.ts'
import { testWorld } from '../../testing/world.ts'

const optional = { MfaConfiguration: 'OPTIONAL', ...softwareTokenMfa } as const
const used = 'ExpiredCodeException: Your software token has already been used once.'
const wrong = 'CodeMismatchException: Invalid code received for user'

/** Two nodes on one store, and a way to answer for Ada at both in turns, all at once, each in a sign-in of its own. */
async function twoNodes(place: Place) {
  const masterKey = systemRandom.bytes(32)
  const scene = await mfaScene(optional, { store: await place.open(), masterKey })
  const second = await testWorld({ store: await place.open(), masterKey })
  second.clock.advance(30_000)
  const ada = await scene.adaWithToken()
  const answers = async (count: number, SOFTWARE_TOKEN_MFA_CODE: string) => {
    const sessions = await Promise.all(Array.from({ length: count }, () => scene.byPassword('ada')))
    return Promise.all(
      sessions.map(({ Session = '' }, n) => {
        const ChallengeResponses = { USERNAME: 'ada', SOFTWARE_TOKEN_MFA_CODE }
        const answer = {
          ClientId: scene.ClientId,
          ChallengeName: 'SOFTWARE_TOKEN_MFA',
          Session,
          ChallengeResponses,
        } as const
        return refusalOf((n % 2 === 0 ? scene.call : second.call)('RespondToAuthChallenge', answer))
      }),
    )
  }
  return {
    scene,
    secret: ada.secret,
    answers,
    async [Symbol.asyncDispose]() {
      await second[Symbol.asyncDispose]()
      await scene[Symbol.asyncDispose]()
    },
  }
}

sharedStoreTest('a code that is shown to two nodes at once, in many sign-ins, lets in one of them', async (place) => {
  await using nodes = await twoNodes(place)
  const ends = await nodes.answers(8, nodes.scene.shown(nodes.secret))
  expect(ends.toSorted()).toEqual([...Array.from({ length: 7 }, () => used), 'accepted'])
})

sharedStoreTest('guesses at two nodes at once cannot outrun the lock', async (place) => {
  await using nodes = await twoNodes(place)
  const ends = await nodes.answers(12, wrongFor(nodes.scene.shown(nodes.secret)))
  expect(ends.filter((end) => end === wrong)).toHaveLength(5)
})
