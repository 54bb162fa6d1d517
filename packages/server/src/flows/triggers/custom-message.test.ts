import { afterEach, expect, test } from 'vitest'
import { goodPassword } from '../../testing/good-password.ts'
import { listOf, peopleIn } from '../../testing/people.ts'
import { answering, type FunctionEvent, recordedFunctions, unmoved } from '../../testing/recorded-functions.ts'
import { refusedWith } from '../../testing/refused-with.ts'

type Wishes = NonNullable<Parameters<typeof peopleIn>[0]>
let people: Awaited<ReturnType<typeof peopleIn>>
afterEach(() => people[Symbol.asyncDispose]())

async function withFunction(answer: (event: FunctionEvent) => unknown, { pool, client }: Wishes = {}) {
  const { functions, LambdaConfig, ...recorded } = recordedFunctions({ CustomMessage: answer })
  people = await peopleIn({ pool: { LambdaConfig, ...pool }, client: client ?? {}, parts: { functions } })
  const newest = async (to = 'ada@example.com') => (await people.inbox(to))[0]
  return { ...people, ...recorded, newest }
}
const saying = (words: Readonly<Record<string, unknown>>) => (event: FunctionEvent) => answering(event, words)
const unrecognizable = 'InvalidLambdaResponseException: Unrecognizable lambda output'

test('a function is told what a message is for, and what stands for its code [D]', async () => {
  const { call, ClientId, UserPoolId, events } = await withFunction(unmoved)
  const ClientMetadata = { campaign: 'spring' }
  const UserAttributes = listOf({ email: 'ada@example.com' })
  const signUp = { ClientId, Username: 'ada', Password: goodPassword, UserAttributes, ClientMetadata }
  const { UserSub } = await call('SignUp', signUp)
  expect(events).toEqual([
    {
      version: '1',
      triggerSource: 'CustomMessage_SignUp',
      region: 'us-east-1',
      userPoolId: UserPoolId,
      userName: 'ada',
      callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: ClientId },
      request: {
        userAttributes: {
          sub: UserSub,
          'cognito:user_status': 'UNCONFIRMED',
          email: 'ada@example.com',
          email_verified: 'false',
        },
        codeParameter: '{####}',
        linkParameter: '{##Click Here##}',
        usernameParameter: null,
        clientMetadata: ClientMetadata,
      },
      response: { smsMessage: null, emailMessage: null, emailSubject: null },
    },
  ])
})

test('its words are sent with the code in them, and the code is good [D]', async () => {
  const { signUp, newest, call, ClientId } = await withFunction(
    saying({ emailSubject: 'Welcome', emailMessage: 'Dear <b>friend</b>, {####} is yours' }),
  )
  await signUp('ada')
  const message = await newest()
  expect(message).toMatchObject({ subject: 'Welcome', html: `Dear <b>friend</b>, ${message?.code} is yours` })
  await call('ConfirmSignUp', { ClientId, Username: 'ada', ConfirmationCode: message?.code ?? '' })
})

test('its words for a text message are sent where that is the channel', async () => {
  const { signUp, newest } = await withFunction(saying({ smsMessage: 'Yours: {####}', emailMessage: 'no {####}' }), {
    pool: { AutoVerifiedAttributes: ['phone_number'] },
  })
  await signUp('ada', { phone_number: '+12065550100' })
  const message = await newest('+12065550100')
  expect(message?.text).toBe(`Yours: ${message?.code}`)
})

test.each([
  ['leaves everything as it is', {}],
  ['leaves out the code [D]', { emailMessage: 'Hello' }],
  ['says nothing', { emailMessage: '' }],
])('a function that %s changes nothing but the subject', async (_what, words) => {
  const { signUp, newest } = await withFunction(saying({ ...words, emailSubject: 'Mine' }), {
    pool: { EmailVerificationMessage: 'The pool says {####}' },
  })
  await signUp('ada')
  const message = await newest()
  expect(message).toMatchObject({ subject: 'Mine', text: `The pool says ${message?.code}` })
})

test('where links confirm, its words must have one [D]', async () => {
  const VerificationMessageTemplate = { DefaultEmailOption: 'CONFIRM_WITH_LINK' } as const
  const { signUp, handle, newest } = await withFunction(saying({ emailMessage: 'Follow {##my link##}' }), {
    pool: { VerificationMessageTemplate },
  })
  await signUp('ada')
  const message = await newest()
  expect(message?.html).toMatch(/^Follow <a href="[^"]+">my link<\/a>$/)
  handle({ CustomMessage: saying({ emailMessage: 'The code is {####}' }) })
  await signUp('ida', { email: 'ida@example.com' })
  expect((await newest('ida@example.com'))?.text).toContain('follow this link')
})

test('an invitation must have the name and the password, and is told what stands for both [D]', async () => {
  const { call, UserPoolId, events, handle, newest } = await withFunction(
    saying({ emailMessage: 'You are {username}, your password {####}' }),
  )
  const invite = (Username: string) => {
    const UserAttributes = listOf({ email: `${Username}@example.com` })
    const wanted = { UserPoolId, Username, UserAttributes, TemporaryPassword: 'Temporary-1' }
    return call('AdminCreateUser', {
      ...wanted,
      DesiredDeliveryMediums: ['EMAIL'],
      ClientMetadata: { team: 'engines' },
    })
  }
  await invite('ada')
  expect(events[0]).toMatchObject({
    triggerSource: 'CustomMessage_AdminCreateUser',
    callerContext: { clientId: 'CLIENT_ID_NOT_APPLICABLE' },
    request: { usernameParameter: '{username}', clientMetadata: { team: 'engines' } },
  })
  expect((await newest())?.text).toBe('You are ada, your password Temporary-1')
  handle({ CustomMessage: saying({ emailMessage: 'Your password is {####}' }) })
  await invite('ida')
  expect((await newest('ida@example.com'))?.text).toContain('Your user name is ida')
})

test('every operation that sends something tells a function why, and what the client adds [D]', async () => {
  const { signedUp, signIn, call, ClientId, UserPoolId, events, fired, signUp } = await withFunction(unmoved)
  await signedUp('ada')
  const { AccessToken } = await signIn('ada')
  await signUp('ida')
  const mary = { UserPoolId, Username: 'mary', UserAttributes: listOf({ email: 'mary@example.com' }) }
  await call('AdminCreateUser', { ...mary, DesiredDeliveryMediums: ['EMAIL'] })
  fired()
  const ClientMetadata = { device: 'phone' }
  const ada = { Username: 'ada', ClientMetadata }
  await call('ResendConfirmationCode', { ClientId, Username: 'ida', ClientMetadata })
  await call('ForgotPassword', { ClientId, ...ada })
  await call('GetUserAttributeVerificationCode', { AccessToken, AttributeName: 'email', ClientMetadata })
  await call('UpdateUserAttributes', {
    AccessToken,
    UserAttributes: listOf({ email: 'new@example.com' }),
    ClientMetadata,
  })
  await call('AdminUpdateUserAttributes', { UserPoolId, ...ada, UserAttributes: listOf({ email: 'old@example.com' }) })
  const verified = listOf({ email: 'old@example.com', email_verified: 'true' })
  await call('AdminUpdateUserAttributes', { UserPoolId, ...ada, UserAttributes: verified })
  await call('AdminResetUserPassword', { UserPoolId, ...ada })
  const again = { MessageAction: 'RESEND', DesiredDeliveryMediums: ['EMAIL'], ClientMetadata } as const
  await call('AdminCreateUser', { ...mary, ...again })
  const told = events.map(({ triggerSource, request, callerContext }) => [
    triggerSource,
    request['clientMetadata'],
    callerContext.clientId,
  ])
  const byAdministrator = 'CLIENT_ID_NOT_APPLICABLE'
  expect(told).toEqual([
    ['CustomMessage_ResendCode', ClientMetadata, ClientId],
    ['CustomMessage_ForgotPassword', ClientMetadata, ClientId],
    ['CustomMessage_VerifyUserAttribute', ClientMetadata, ClientId],
    ['CustomMessage_UpdateUserAttribute', ClientMetadata, ClientId],
    ['CustomMessage_UpdateUserAttribute', ClientMetadata, byAdministrator],
    ['CustomMessage_ForgotPassword', ClientMetadata, byAdministrator],
    ['CustomMessage_AdminCreateUser', ClientMetadata, byAdministrator],
  ])
})

test('a function that fails refuses what the message was for, and nothing is kept', async () => {
  const { signUp, handle } = await withFunction(() => Promise.reject(new Error('out of ink')))
  const failed = 'UserLambdaValidationException: CustomMessage failed with error out of ink.'
  expect(await refusedWith(signUp('ada'))).toBe(failed)
  handle({ CustomMessage: unmoved })
  await signUp('ada')
})

test.each([
  { emailMessage: ['{####}'] },
  { emailMessage: `{####}${'x'.repeat(20_000)}` },
  { emailSubject: 'x'.repeat(141) },
])('what is no message is unrecognizable [K] (%#)', async (words) => {
  const { signUp } = await withFunction(saying(words))
  expect(await refusedWith(signUp('ada'))).toBe(unrecognizable)
})

test('where it must not show who exists, a code by name is refused: the function’s time and errors would tell', async () => {
  const { signedUp, call, ClientId, fired } = await withFunction(unmoved, {
    client: { PreventUserExistenceErrors: 'ENABLED', ExplicitAuthFlows: ['ALLOW_USER_AUTH'] },
    pool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } },
  })
  await signedUp('ada')
  fired()
  const refused = 'UnexpectedLambdaException: CustomMessage'
  const byCode = (USERNAME: string) => {
    const AuthParameters = { USERNAME, PREFERRED_CHALLENGE: 'EMAIL_OTP' }
    return call('InitiateAuth', { ClientId, AuthFlow: 'USER_AUTH', AuthParameters })
  }
  for (const Username of ['ada', 'nobody'])
    expect(await refusedWith(call('ForgotPassword', { ClientId, Username }))).toContain(refused)
  expect(await refusedWith(byCode('ada'))).toContain(refused)
  // Nobody may be made out to have no address, and is then asked what to begin with.
  const ofNobody = await byCode('nobody').then(({ ChallengeName }) => ChallengeName, String)
  expect(ofNobody).toMatch(/CustomMessage|SELECT_CHALLENGE/)
  expect(fired()).toEqual([])
})
