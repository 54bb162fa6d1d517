import { afterEach, expect, test } from 'vitest'
import { listOf, peopleIn } from '../../testing/people.ts'
import { answering, type Handlers, recordedFunctions, unmoved } from '../../testing/recorded-functions.ts'
import { refusedWith } from '../../testing/refused-with.ts'

type Scene = Awaited<ReturnType<typeof peopleIn>>
let people: Scene
afterEach(() => people[Symbol.asyncDispose]())

async function withFunctions(handlers: Handlers) {
  const { functions, LambdaConfig, ...recorded } = recordedFunctions(handlers)
  people = await peopleIn({ pool: { LambdaConfig }, parts: { functions } })
  return { ...people, ...recorded }
}
const failing: Handlers = { PostConfirmation: () => Promise.reject(new Error('the list is full')) }
const failed = 'UserLambdaValidationException: PostConfirmation failed with error the list is full.'
const confirmed = { email: 'ada@example.com', email_verified: 'true', 'cognito:user_status': 'CONFIRMED' }

test('a function hears of who confirmed their sign-up [D]', async () => {
  const { signUp, codeTo, call, ClientId, UserPoolId, events } = await withFunctions({ PostConfirmation: unmoved })
  const { UserSub } = await signUp('ada')
  const ConfirmationCode = await codeTo('ada@example.com')
  const ClientMetadata = { campaign: 'spring' }
  await call('ConfirmSignUp', { ClientId, Username: 'ada', ConfirmationCode, ClientMetadata })
  expect(events).toEqual([
    {
      version: '1',
      triggerSource: 'PostConfirmation_ConfirmSignUp',
      region: 'us-east-1',
      userPoolId: UserPoolId,
      userName: 'ada',
      callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: ClientId },
      request: { userAttributes: { sub: UserSub, ...confirmed }, clientMetadata: ClientMetadata },
      response: {},
    },
  ])
})

test('a function hears of whom an administrator confirms, or another function [D]', async () => {
  const { signUp, call, UserPoolId, ClientId, events, handle } = await withFunctions({
    PostConfirmation: unmoved,
    PreSignUp: unmoved,
  })
  await signUp('ada')
  await call('AdminConfirmSignUp', { UserPoolId, Username: 'ada', ClientMetadata: { by: 'hr' } })
  handle({ PreSignUp: (event) => answering(event, { autoConfirmUser: true }) })
  const ClientMetadata = { campaign: 'spring' }
  await call('SignUp', { ClientId, Username: 'ida', Password: 'Correct-horse-1', ClientMetadata })
  const told = events.filter(({ triggerSource }) => triggerSource === 'PostConfirmation_ConfirmSignUp')
  expect(told).toMatchObject([
    {
      userName: 'ada',
      callerContext: { clientId: 'CLIENT_ID_NOT_APPLICABLE' },
      request: { userAttributes: { email_verified: 'false' }, clientMetadata: { by: 'hr' } },
    },
    { userName: 'ida', callerContext: { clientId: ClientId }, request: { clientMetadata: ClientMetadata } },
  ])
})

test('a function hears of who recovered their password [D]', async () => {
  const { signedUp, codeTo, call, ClientId, events } = await withFunctions({ PostConfirmation: unmoved })
  await signedUp('ada')
  await call('ForgotPassword', { ClientId, Username: 'ada' })
  const recovery = { Username: 'ada', ConfirmationCode: await codeTo('ada@example.com'), Password: 'Brand-new-horse-2' }
  await call('ConfirmForgotPassword', { ClientId, ...recovery, ClientMetadata: { device: 'phone' } })
  expect(events.slice(1)).toMatchObject([
    {
      triggerSource: 'PostConfirmation_ConfirmForgotPassword',
      request: { userAttributes: confirmed, clientMetadata: { device: 'phone' } },
    },
  ])
})

test('who is confirmed stays so when the function fails, and is told of it [O]', async () => {
  const { signUp, codeTo, call, ClientId, statusOf, signIn, UserPoolId } = await withFunctions(failing)
  await signUp('ada')
  const confirmation = { ClientId, Username: 'ada', ConfirmationCode: await codeTo('ada@example.com') }
  expect(await refusedWith(call('ConfirmSignUp', confirmation))).toBe(failed)
  expect(await statusOf('ada')).toBe('CONFIRMED')

  await signUp('ida')
  expect(await refusedWith(call('AdminConfirmSignUp', { UserPoolId, Username: 'ida' }))).toBe(failed)
  expect(await statusOf('ida')).toBe('CONFIRMED')

  await call('ForgotPassword', { ClientId, Username: 'ada' })
  const recovery = { Username: 'ada', ConfirmationCode: await codeTo('ada@example.com'), Password: 'Brand-new-horse-2' }
  expect(await refusedWith(call('ConfirmForgotPassword', { ClientId, ...recovery }))).toBe(failed)
  expect((await signIn('ada', 'Brand-new-horse-2')).AccessToken).not.toBe('')
})

test('a function is not told of a code that was wrong, nor of who an administrator makes [D]', async () => {
  const { signUp, call, ClientId, UserPoolId, fired } = await withFunctions({ PostConfirmation: unmoved })
  await signUp('ada')
  const wrong = call('ConfirmSignUp', { ClientId, Username: 'ada', ConfirmationCode: '000000' })
  expect(await refusedWith(wrong)).toMatch(/^CodeMismatchException/)
  await call('AdminCreateUser', { UserPoolId, Username: 'ida', UserAttributes: listOf({ email: 'ida@example.com' }) })
  expect(fired()).toEqual([])
})
