import { expect, test } from 'vitest'
import { goodPassword } from '../../testing/good-password.ts'
import { refusedWith } from '../../testing/refused-with.ts'
import { tokensOf } from '../../testing/sign-in-scene.ts'
import { nobody } from '../sign-in/identity.ts'
import { threatScene, type ThreatScene } from '../../testing/threat-scene.ts'

const kinds = async (scene: ThreatScene, name: string) =>
  (await scene.events(name)).map(({ EventType, EventResponse }) => `${EventType} ${EventResponse}`)

const email = 'ada@example.com'
const signUp = ({ call, ClientId }: ThreatScene, Password = goodPassword) =>
  call('SignUp', { ClientId, Username: 'ada', Password, UserAttributes: [{ Name: 'email', Value: email }] })

test('what is done with an account is an event each, of its kind [D]', async () => {
  await using scene = await threatScene()
  const { call, ClientId, inbox, clock } = scene
  const code = async () => (await inbox(email))[0]?.code ?? ''
  const named = { ClientId, Username: 'ada' }
  const step = async (act: () => Promise<unknown>) => {
    clock.advance(1000)
    await act()
  }
  await step(() => signUp(scene))
  await step(() => call('ResendConfirmationCode', named))
  await step(async () => call('ConfirmSignUp', { ...named, ConfirmationCode: await code() }))
  await step(() => call('ForgotPassword', named))
  await step(async () =>
    call('ConfirmForgotPassword', { ...named, ConfirmationCode: await code(), Password: 'Another-horse-2' }),
  )
  clock.advance(1000)
  const { AccessToken } = tokensOf(await scene.byPassword('ada', 'Another-horse-2'))
  const change = (PreviousPassword: string) =>
    call('ChangePassword', { AccessToken, PreviousPassword, ProposedPassword: 'A-third-horse-3' })
  await step(() => refusedWith(change('Wrong-password-1')))
  await step(() => change('Another-horse-2'))
  expect(await kinds(scene, 'ada')).toEqual([
    'PasswordChange Pass',
    'PasswordChange Fail',
    'SignIn Pass',
    'PasswordChange Pass',
    'ForgotPassword Pass',
    'ResendCode Pass',
    'SignUp Pass',
  ])
})

test('a password for which somebody holds no code fails; a request that is wrong in form is no event', async () => {
  await using scene = await threatScene()
  const { call, ClientId } = scene
  await scene.newUser('ada', { attributes: { email, email_verified: 'true' } })
  const named = { ClientId, Username: 'ada' }
  await call('ForgotPassword', named)
  const wrong = { ...named, ConfirmationCode: 'wrong', Password: goodPassword }
  await refusedWith(call('ConfirmForgotPassword', { ...wrong, Password: 'short' }))
  expect(await refusedWith(call('ConfirmForgotPassword', wrong))).toMatch(/^CodeMismatchException/)
  expect((await kinds(scene, 'ada')).toSorted()).toEqual(['ForgotPassword Pass', 'PasswordChange Fail'])
})

test('from a blocked range nothing is done with an account [K]', async () => {
  const RiskExceptionConfiguration = { BlockedIPRangeList: ['127.0.0.0/8'] }
  await using scene = await threatScene({ RiskExceptionConfiguration })
  const { call, ClientId } = scene
  await scene.newUser('bob', { attributes: { email, email_verified: 'true' } })
  const refusal = 'NotAuthorizedException: Request not allowed due to security reasons.'
  expect(await refusedWith(signUp(scene))).toBe(refusal)
  for (const Username of ['bob', 'nobody'])
    expect(await refusedWith(call('ForgotPassword', { ClientId, Username }))).toBe(refusal)
  expect((await scene.events('bob'))[0]).toMatchObject({ EventResponse: 'Fail', EventRisk: { RiskDecision: 'Block' } })
})

test('asking for a code makes no place familiar: whoever asks for one could be anybody', async () => {
  await using scene = await threatScene()
  const { call, ClientId, world, UserPoolId } = scene
  const { sub } = await scene.newUser('ada', { attributes: { email, email_verified: 'true' } })
  await call('ForgotPassword', { ClientId, Username: 'ada' })
  expect(await world.store.authEvents.familiar(UserPoolId, sub, 9)).toEqual([])
})

test('what was tried with the name of nobody is kept no longer than it is counted: strangers fill no disk', async () => {
  await using scene = await threatScene()
  const { UserPoolId, clock } = scene
  const { store } = scene.world
  const pool = await store.pools.find(UserPoolId)
  if (!pool) throw new Error('no pool')
  const { ClientId } = await scene.newClient({ PreventUserExistenceErrors: 'ENABLED' })
  await scene.call('ForgotPassword', { ClientId, Username: 'nobody' })
  const kept = async () =>
    (await store.authEvents.list(UserPoolId, nobody('nobody', pool, scene.world), { limit: 9 })).items
  await store.forgetExpired(clock.now() + 3_600_000, 100)
  expect(await kept()).toHaveLength(1)
  await store.forgetExpired(clock.now() + 3_600_001, 100)
  expect(await kept()).toEqual([])
})
