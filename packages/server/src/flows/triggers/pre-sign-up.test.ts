import { afterEach, expect, test } from 'vitest'
import { goodPassword } from '../../testing/good-password.ts'
import { listOf, peopleIn } from '../../testing/people.ts'
import { answering, type Handlers, recordedFunctions, unmoved } from '../../testing/recorded-functions.ts'
import { refusedWith } from '../../testing/refused-with.ts'

type Scene = Awaited<ReturnType<typeof peopleIn>>
let people: Scene
afterEach(() => people[Symbol.asyncDispose]())

async function withFunctions(handlers: Handlers, pool: Parameters<typeof peopleIn>[0] = {}) {
  const { functions, LambdaConfig, ...recorded } = recordedFunctions(handlers)
  people = await peopleIn({ ...pool, pool: { LambdaConfig, ...pool.pool }, parts: { functions } })
  return { ...people, ...recorded }
}
const granting = (grants: Readonly<Record<string, unknown>>): Handlers => ({
  PreSignUp: (event) => answering(event, grants),
})
const unrecognizable = 'InvalidLambdaResponseException: Unrecognizable lambda output'

test('a function hears of a sign-up before there is a user [D]', async () => {
  const { call, ClientId, UserPoolId, events } = await withFunctions({ PreSignUp: unmoved })
  const { UserConfirmed, CodeDeliveryDetails } = await call('SignUp', {
    ClientId,
    Username: 'ada',
    Password: goodPassword,
    UserAttributes: listOf({ email: 'ada@example.com', name: 'Ada' }),
    ValidationData: listOf({ captcha: 'token' }),
    ClientMetadata: { campaign: 'spring' },
  })
  expect(UserConfirmed).toBe(false)
  expect(CodeDeliveryDetails?.AttributeName).toBe('email')
  expect(events).toEqual([
    {
      version: '1',
      triggerSource: 'PreSignUp_SignUp',
      region: 'us-east-1',
      userPoolId: UserPoolId,
      userName: 'ada',
      callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: ClientId },
      request: {
        userAttributes: { email: 'ada@example.com', name: 'Ada' },
        validationData: { captcha: 'token' },
        clientMetadata: { campaign: 'spring' },
      },
      response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
    },
  ])
})

test('of data that does not come it is told that there is none [D]', async () => {
  const { signUp, events } = await withFunctions({ PreSignUp: unmoved })
  await signUp('ada')
  expect(events[0]?.request).toEqual({ userAttributes: { email: 'ada@example.com' }, validationData: null })
})

test('a function refuses who signs up, in its own words [O], and nothing of them is kept', async () => {
  const { signUp, handle, inbox } = await withFunctions({
    PreSignUp: () => Promise.reject(new Error('Studio is invite-only')),
  })
  expect(await refusedWith(signUp('ada'))).toBe(
    'UserLambdaValidationException: PreSignUp failed with error Studio is invite-only.',
  )
  expect(await inbox('ada@example.com')).toEqual([])
  handle({ PreSignUp: unmoved })
  await signUp('ada')
})

test('a function confirms who signs up: no code is sent, and they sign in [D]', async () => {
  const { signUp, signIn, inbox, statusOf, attributesOf } = await withFunctions(granting({ autoConfirmUser: true }))
  const { UserConfirmed, CodeDeliveryDetails } = await signUp('ada')
  expect([UserConfirmed, CodeDeliveryDetails]).toEqual([true, undefined])
  expect(await inbox('ada@example.com')).toEqual([])
  expect(await statusOf('ada')).toBe('CONFIRMED')
  expect((await attributesOf('ada'))['email_verified']).toBe('false')
  expect((await signIn('ada')).AccessToken).not.toBe('')
})

test('a function verifies addresses [D]; who is not confirmed still gets a code', async () => {
  const both = { email: 'ada@example.com', phone_number: '+12065550100' }
  const { signUp, attributesOf } = await withFunctions(granting({ autoVerifyEmail: true, autoVerifyPhone: true }))
  const { UserConfirmed, CodeDeliveryDetails } = await signUp('ada', both)
  expect([UserConfirmed, CodeDeliveryDetails?.AttributeName]).toEqual([false, 'email'])
  expect(await attributesOf('ada')).toMatchObject({ email_verified: 'true', phone_number_verified: 'true' })
})

test.each([{ autoVerifyEmail: true }, { autoVerifyPhone: true }])(
  'an address that is not there cannot be verified (%j) [D]',
  async (grants) => {
    const { signUp } = await withFunctions(granting(grants))
    expect(await refusedWith(signUp('ada', { name: 'Ada' }))).toBe(unrecognizable)
  },
)

test('an alias moves to who is verified and confirmed at once, and its former holder loses it [D]', async () => {
  const { signUp, signIn, attributesOf, handle } = await withFunctions(
    granting({ autoConfirmUser: true, autoVerifyEmail: true }),
    { pool: { AliasAttributes: ['email'] } },
  )
  const shared = { email: 'shared@example.com' }
  await signUp('ida', shared)
  await signUp('ada', shared)
  expect((await signIn('shared@example.com')).AccessToken).not.toBe('')
  expect((await attributesOf('shared@example.com'))['sub']).toBe((await attributesOf('ada'))['sub'])
  expect((await attributesOf('ida'))['email_verified']).toBe('false')
  handle(granting({ autoConfirmUser: true }))
  await signUp('eve', shared)
  expect((await attributesOf('shared@example.com'))['sub']).toBe((await attributesOf('ada'))['sub'])
})

test('somebody who is there already is refused, whatever a function grants', async () => {
  const { signUp } = await withFunctions(granting({ autoConfirmUser: true }))
  await signUp('ada')
  expect(await refusedWith(signUp('ada'))).toBe('UsernameExistsException: User already exists')
})

test('a function hears of who an administrator makes, and grants them nothing [D]', async () => {
  const { call, UserPoolId, events, statusOf } = await withFunctions(
    granting({ autoConfirmUser: true, autoVerifyPhone: true }),
  )
  await call('AdminCreateUser', {
    UserPoolId,
    Username: 'ada',
    UserAttributes: listOf({ email: 'ada@example.com' }),
    ValidationData: listOf({ from: 'hr' }),
    ClientMetadata: { team: 'engines' },
  })
  expect(events).toMatchObject([
    {
      triggerSource: 'PreSignUp_AdminCreateUser',
      userName: 'ada',
      callerContext: { clientId: 'CLIENT_ID_NOT_APPLICABLE' },
      request: {
        userAttributes: { email: 'ada@example.com' },
        validationData: { from: 'hr' },
        clientMetadata: { team: 'engines' },
      },
    },
  ])
  expect(await statusOf('ada')).toBe('FORCE_CHANGE_PASSWORD')
})

test('a function refuses who an administrator makes; an invitation that is sent again is none of its business', async () => {
  const { call, UserPoolId, handle, fired } = await withFunctions({ PreSignUp: unmoved })
  const create = (more: object = {}) => {
    const UserAttributes = listOf({ email: 'ada@example.com' })
    return call('AdminCreateUser', { UserPoolId, Username: 'ada', UserAttributes, ...more })
  }
  handle({ PreSignUp: () => Promise.reject(new Error('no')) })
  expect(await refusedWith(create())).toBe('UserLambdaValidationException: PreSignUp failed with error no.')
  handle({ PreSignUp: unmoved })
  await create()
  fired()
  await create({ MessageAction: 'RESEND' })
  expect(fired()).toEqual([])
})

test('what is refused without a function is not told to one', async () => {
  const { call, ClientId, fired } = await withFunctions({ PreSignUp: unmoved })
  const weak = call('SignUp', { ClientId, Username: 'ada', Password: 'weak' })
  expect(await refusedWith(weak)).toMatch(/^InvalidPasswordException/)
  expect(fired()).toEqual([])
})
