import { afterEach, expect, test } from 'vitest'
import { type CustomAuthScene, customAuthScene, type CustomAuthWishes } from '../../testing/custom-auth-scene.ts'
import { answering } from '../../testing/recorded-functions.ts'
import { refusalOf } from '../../testing/refusal-of.ts'

const email = { email: 'ada@example.com', email_verified: 'true' }
const hiding = { PreventUserExistenceErrors: 'ENABLED', ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH'] } as const

let scene: CustomAuthScene
afterEach(() => scene[Symbol.asyncDispose]())
const open = async (wishes?: CustomAuthWishes) => (scene = await customAuthScene(wishes))
async function withAda(wishes?: CustomAuthWishes) {
  const it = await open(wishes)
  return { ...it, ada: await it.newUser('ada', { attributes: email }) }
}

const states = [
  ['is not confirmed', { status: 'UNCONFIRMED' }, 'UserNotConfirmedException: User is not confirmed.'],
  ['is disabled', { enabled: false }, 'NotAuthorizedException: User is disabled.'],
] as const

test.each(states)('who %s is told so before any function is [K]', async (_what, state, refusal) => {
  const { newUser, start, fired } = await open()
  await newUser('ada', state)
  expect(await refusalOf(start('ada'))).toBe(refusal)
  expect(fired()).toEqual([])
})

test.each(states)(
  'who %s is told so once the answer was right, where it must not show',
  async (_what, state, refusal) => {
    const { newUser, newClient, start, reply } = await open()
    await newUser('ada', state)
    const { ClientId } = await newClient(hiding)
    const { Session } = await start('ada', {}, ClientId)
    expect(await refusalOf(reply(Session, '42', { ClientId }))).toBe(refusal)
  },
)

test('who was disabled or deleted meanwhile does not sign in', async () => {
  const { start, reply, call, UserPoolId, newUser } = await withAda()
  await newUser('ida')
  const [ofAda, ofIda] = [await start('ada'), await start('ida')]
  await call('AdminDisableUser', { UserPoolId, Username: 'ada' })
  await call('AdminDeleteUser', { UserPoolId, Username: 'ida' })
  expect(await refusalOf(reply(ofAda.Session, '42'))).toBe('NotAuthorizedException: User is disabled.')
  expect(await refusalOf(reply(ofIda.Session, '42', { USERNAME: 'ida' }))).toBe(
    'UserNotFoundException: User does not exist.',
  )
})

test('whom a function disabled in the last moment does not sign in', async () => {
  const { start, reply, handle, call, UserPoolId } = await withAda()
  const { Session } = await start('ada')
  handle({
    DefineAuthChallenge: async (event) => {
      await call('AdminDisableUser', { UserPoolId, Username: 'ada' })
      return answering(event, { issueTokens: true })
    },
  })
  expect(await refusalOf(reply(Session, '42'))).toBe('NotAuthorizedException: User is disabled.')
})

test('a function may change the user on the way, as many do', async () => {
  const { start, reply, handle, call, UserPoolId } = await withAda()
  const { Session } = await start('ada')
  const UserAttributes = [{ Name: 'name', Value: 'Ada' }]
  handle({
    DefineAuthChallenge: async (event) => {
      await call('AdminUpdateUserAttributes', { UserPoolId, Username: 'ada', UserAttributes })
      return answering(event, { issueTokens: true })
    },
  })
  expect((await reply(Session, '42')).AuthenticationResult).toBeDefined()
})
