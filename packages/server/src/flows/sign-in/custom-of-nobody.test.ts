import { afterEach, expect, test } from 'vitest'
import { type CustomAuthScene, customAuthScene, type CustomAuthWishes } from '../../testing/custom-auth-scene.ts'
import { answering } from '../../testing/recorded-functions.ts'
import { refusalOf } from '../../testing/refusal-of.ts'

const wrongCredentials = 'NotAuthorizedException: Incorrect username or password.'
const email = { email: 'ada@example.com', email_verified: 'true' }
const hiding = { PreventUserExistenceErrors: 'ENABLED', ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH'] } as const

let scene: CustomAuthScene
afterEach(() => scene[Symbol.asyncDispose]())
const open = async (wishes?: CustomAuthWishes) => (scene = await customAuthScene(wishes))
async function withAda(wishes?: CustomAuthWishes) {
  const it = await open(wishes)
  return { ...it, ada: await it.newUser('ada', { attributes: email }) }
}

test('nobody is said to be nobody where the client may know, and no function is told', async () => {
  const { start, fired } = await open()
  expect(await refusalOf(start('eve'))).toBe('UserNotFoundException: User does not exist.')
  expect(fired()).toEqual([])
})

test('nobody is asked as somebody is where it must not show, by functions that know [D]', async () => {
  const { newClient, start, reply, events, ada } = await withAda()
  const { ClientId } = await newClient(hiding)
  const questions = [await start('ada', {}, ClientId), await start('eve', {}, ClientId)]
  expect(Object.keys(questions[0] ?? {})).toEqual(Object.keys(questions[1] ?? {}))
  expect(questions[1]?.ChallengeParameters).toEqual({ ...questions[0]?.ChallengeParameters, USERNAME: 'eve' })
  const told = events.map(({ userName, request }) => [userName, request['userNotFound'], request['userAttributes']])
  const attributesOfAda = expect.objectContaining({ sub: ada.sub }) as unknown
  expect(told).toEqual([
    ['ada', false, attributesOfAda],
    ['ada', false, attributesOfAda],
    ['eve', true, {}],
    ['eve', true, {}],
  ])
  expect(await refusalOf(reply(questions[1]?.Session, '42', { USERNAME: 'eve', ClientId }))).toBe(wrongCredentials)
  expect(events.at(-2)?.request['userNotFound']).toBe(true)
})

test('nobody gets no tokens, whatever a function says', async () => {
  const { newClient, start } = await open({
    handlers: { DefineAuthChallenge: (event) => answering(event, { issueTokens: true }) },
  })
  const { ClientId } = await newClient(hiding)
  expect(await refusalOf(start('eve', {}, ClientId))).toBe(wrongCredentials)
})
