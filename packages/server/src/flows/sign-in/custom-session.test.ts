import { afterEach, expect, test } from 'vitest'
import { type CustomAuthScene, customAuthScene, type CustomAuthWishes } from '../../testing/custom-auth-scene.ts'
import { answering } from '../../testing/recorded-functions.ts'
import { refusalOf } from '../../testing/refusal-of.ts'

const spent = 'NotAuthorizedException: Invalid session for the user, session can only be used once.'
const email = { email: 'ada@example.com', email_verified: 'true' }

let scene: CustomAuthScene
afterEach(() => scene[Symbol.asyncDispose]())
const open = async (wishes?: CustomAuthWishes) => (scene = await customAuthScene(wishes))
async function withAda(wishes?: CustomAuthWishes) {
  const it = await open(wishes)
  return { ...it, ada: await it.newUser('ada', { attributes: email }) }
}

test('a session is good for one answer, right or wrong', async () => {
  const { start, reply, fired } = await withAda()
  const { Session } = await start('ada')
  await reply(Session, '41')
  fired()
  expect(await refusalOf(reply(Session, '42'))).toBe(spent)
  expect(fired()).toEqual([])
})

test('a session takes one of many answers that come at once: guesses cannot race', async () => {
  const { start, reply, fired } = await withAda()
  const { Session } = await start('ada')
  fired()
  const answers = Array.from({ length: 20 }, (_, at) => String(23 + at))
  const outcomes = await Promise.all(answers.map((answer) => refusalOf(reply(Session, answer))))
  expect(outcomes.filter((outcome) => outcome === spent)).toHaveLength(19)
  expect(fired().filter((trigger) => trigger === 'VerifyAuthChallengeResponse')).toHaveLength(1)
})

test('a session is spent even if a function fails [O]', async () => {
  const { start, reply, handle } = await withAda()
  const { Session } = await start('ada')
  handle({ VerifyAuthChallengeResponse: () => Promise.reject(new Error('try later')) })
  expect(await refusalOf(reply(Session, '42'))).toBe(
    'UserLambdaValidationException: VerifyAuthChallengeResponse failed with error try later.',
  )
  expect(await refusalOf(reply(Session, '42'))).toBe(spent)
})

test('a session is not spent by an answer without its form', async () => {
  const { start, reply, call, ClientId } = await withAda()
  const { Session = '' } = await start('ada')
  const answer = { ClientId, ChallengeName: 'CUSTOM_CHALLENGE', Session } as const
  expect(await refusalOf(call('RespondToAuthChallenge', { ...answer, ChallengeResponses: { USERNAME: 'ada' } }))).toBe(
    'InvalidParameterException: Missing required parameter ANSWER',
  )
  expect((await reply(Session, '42')).AuthenticationResult).toBeDefined()
})

test('a session of each question lasts as long as its client says', async () => {
  const { start, reply, clock } = await withAda()
  const first = await start('ada')
  clock.advance(3 * 60_000 - 1)
  const second = await reply(first.Session, '41')
  clock.advance(3 * 60_000 - 1)
  const third = await reply(second.Session, '41')
  clock.advance(3 * 60_000)
  expect(await refusalOf(reply(third.Session, '42'))).toBe(
    'NotAuthorizedException: Invalid session for the user, session is expired.',
  )
})

test.each([
  ['keeps too much', { privateChallengeParameters: { answer: 'x'.repeat(1500) } }],
  ['names itself at too great length', { challengeMetadata: 'x'.repeat(1500) }],
])('a session holds so much; a function that %s is refused [K]', async (_what, response) => {
  const { start } = await withAda({ handlers: { CreateAuthChallenge: (event) => answering(event, response) } })
  expect(await refusalOf(start('ada'))).toBe(
    'InvalidLambdaResponseException: The challenge does not fit into the session.',
  )
})

test('a session holds so many rounds, and no more [K]', async () => {
  const { start, reply } = await withAda({
    handlers: { DefineAuthChallenge: (event) => answering(event, { challengeName: 'CUSTOM_CHALLENGE' }) },
  })
  let question = await start('ada')
  const rounds = async (): Promise<string> => {
    for (let round = 1; round < 100; round++) {
      const outcome = await refusalOf(reply(question.Session, '41').then((next) => (question = next)))
      if (outcome !== 'accepted') return `${round > 10} ${outcome}`
    }
    return 'for ever'
  }
  expect(await rounds()).toBe('true InvalidLambdaResponseException: The challenge does not fit into the session.')
})

test('wrong answers to a function’s question lock nobody’s password, as on AWS [O]', async () => {
  const { start, reply, bySrp } = await withAda()
  for (let attempt = 1; attempt <= 6; attempt++) await reply((await start('ada')).Session, '41')
  expect((await bySrp('ada')).AuthenticationResult).toBeDefined()
})
