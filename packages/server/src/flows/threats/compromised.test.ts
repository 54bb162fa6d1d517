import type { EventFilterType } from '@cognate/wire/user-pools.ts'
import { expect, test } from 'vitest'
import type { CompromisedPasswords } from '../../compromised/compromised-passwords.ts'
import { goodPassword } from '../../testing/good-password.ts'
import { outcomeOf } from '../../testing/mfa-scene.ts'
import { refusedWith } from '../../testing/refused-with.ts'
import { tokensOf } from '../../testing/sign-in-scene.ts'
import { threatScene } from '../../testing/threat-scene.ts'

const stolen = 'Stolen-horse-9'
const refused = 'InvalidPasswordException: Provided password cannot be used for security reasons.'
const mustReset = 'PasswordResetRequiredException: Password reset required for the user'

/** A list of one, which notes what it was asked. */
function listOf(password: string) {
  const asked: string[] = []
  const compromisedPasswords: CompromisedPasswords = {
    contains: (given) => Promise.resolve(asked.push(given) > 0 && given === password),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  }
  return { asked, compromisedPasswords }
}

const acting = (EventAction: 'BLOCK' | 'NO_ACTION', EventFilter?: readonly EventFilterType[]) => ({
  CompromisedCredentialsRiskConfiguration: { Actions: { EventAction }, ...(EventFilter && { EventFilter }) },
})
const blocking = acting('BLOCK')

test('nobody signs up with a compromised password [O]', async () => {
  await using scene = await threatScene(blocking, listOf(stolen))
  const { call, ClientId } = scene
  const signUp = (Password: string) => call('SignUp', { ClientId, Username: 'ada', Password })
  expect(await refusedWith(signUp(stolen))).toBe(refused)
  expect(await signUp(goodPassword)).toMatchObject({ UserConfirmed: false })
})

test('who signs in with a compromised password has to reset it first, and SRP shows none [D]', async () => {
  await using scene = await threatScene(blocking, listOf(stolen))
  const { call, UserPoolId } = scene
  await scene.newUser('ada', { password: stolen })
  expect(outcomeOf(await scene.bySrp('ada', stolen))).toBe('tokens')
  expect(await refusedWith(scene.byPassword('ada', stolen))).toBe(mustReset)
  expect(await call('AdminGetUser', { UserPoolId, Username: 'ada' })).toMatchObject({ UserStatus: 'RESET_REQUIRED' })
  expect(await refusedWith(scene.bySrp('ada', stolen))).toBe(mustReset)
  expect((await scene.events('ada')).find(({ EventRisk }) => EventRisk?.CompromisedCredentialsDetected)).toMatchObject({
    EventResponse: 'Fail',
    EventRisk: { RiskDecision: 'Block', CompromisedCredentialsDetected: true },
    ChallengeResponses: [{ ChallengeName: 'Password', ChallengeResponse: 'Success' }],
  })
})

test('of several who sign in with it at once, nobody gets in', async () => {
  await using scene = await threatScene(blocking, listOf(stolen))
  await scene.newUser('ada', { password: stolen })
  const entries = Array.from({ length: 5 }, () => refusedWith(scene.byPassword('ada', stolen)))
  expect(new Set(await Promise.all(entries))).toEqual(new Set([mustReset]))
})

test('a temporary password is exchanged, however many know it', async () => {
  await using scene = await threatScene(blocking, listOf(stolen))
  await scene.newUser('new', { status: 'FORCE_CHANGE_PASSWORD', password: stolen })
  expect(outcomeOf(await scene.byPassword('new', stolen))).toBe('NEW_PASSWORD_REQUIRED')
})

test('a password that is wrong is not looked up, so the list tells nothing of it', async () => {
  const list = listOf(stolen)
  await using scene = await threatScene(blocking, list)
  await scene.newUser('ada')
  expect(await refusedWith(scene.byPassword('ada', stolen))).toMatch(/Incorrect username or password/)
  expect(list.asked).toEqual([])
})

test('no password is changed to a compromised one: by its owner, with a code, or at the first sign-in', async () => {
  await using scene = await threatScene(blocking, listOf(stolen))
  const { call, ClientId, inbox } = scene
  const email = 'ada@example.com'
  await scene.newUser('ada', { attributes: { email, email_verified: 'true' } })
  await scene.newUser('new', { status: 'FORCE_CHANGE_PASSWORD' })
  const { AccessToken } = tokensOf(await scene.byPassword('ada'))
  const change = { AccessToken, PreviousPassword: goodPassword, ProposedPassword: stolen }
  expect(await refusedWith(call('ChangePassword', change))).toBe(refused)
  await call('ForgotPassword', { ClientId, Username: 'ada' })
  const ConfirmationCode = (await inbox(email))[0]?.code ?? ''
  const recovery = { ClientId, Username: 'ada', ConfirmationCode }
  expect(await refusedWith(call('ConfirmForgotPassword', { ...recovery, Password: stolen }))).toBe(refused)
  expect(await call('ConfirmForgotPassword', { ...recovery, Password: 'Another-horse-2' })).toEqual({})
  const { Session } = await scene.byPassword('new')
  const answer = (NEW_PASSWORD: string) =>
    call('RespondToAuthChallenge', {
      ClientId,
      Session,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      ChallengeResponses: { USERNAME: 'new', NEW_PASSWORD },
    })
  expect(await refusedWith(answer(stolen))).toBe(refused)
  expect(outcomeOf(await answer('Another-horse-2'))).toBe('tokens')
})

test.each<readonly [EventFilterType, 'not refused' | typeof refused, 'tokens' | typeof mustReset]>([
  ['SIGN_UP', refused, 'tokens'],
  ['SIGN_IN', 'not refused', mustReset],
  ['PASSWORD_CHANGE', 'not refused', 'tokens'],
])('only the events that are named are looked at: %s [D]', async (event, atSignUp, atSignIn) => {
  await using scene = await threatScene(acting('BLOCK', [event]), listOf(stolen))
  const { call, ClientId } = scene
  await scene.newUser('ada', { password: stolen })
  expect(await refusedWith(call('SignUp', { ClientId, Username: 'bob', Password: stolen }))).toBe(atSignUp)
  const entry = scene.byPassword('ada', stolen)
  expect(await entry.then(outcomeOf, () => refusedWith(entry))).toBe(atSignIn)
})

test.each([
  ['NO_ACTION', 'ENFORCED'],
  ['BLOCK', 'AUDIT'],
] as const)('%s in %s lets a compromised password in, and says so [D]', async (action, mode) => {
  await using scene = await threatScene(acting(action), { mode, ...listOf(stolen) })
  await scene.newUser('ada', { password: stolen })
  expect(outcomeOf(await scene.byPassword('ada', stolen))).toBe('tokens')
  expect((await scene.events('ada'))[0]?.EventRisk).toEqual({
    RiskDecision: 'NoRisk',
    CompromisedCredentialsDetected: true,
  })
})

test('a pool without threat protection looks nothing up', async () => {
  const list = listOf(stolen)
  await using scene = await threatScene(undefined, { mode: 'OFF', ...list })
  await scene.newUser('ada', { password: stolen })
  expect(outcomeOf(await scene.byPassword('ada', stolen))).toBe('tokens')
  expect(list.asked).toEqual([])
})
