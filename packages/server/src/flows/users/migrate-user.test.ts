import { afterEach, expect, test } from 'vitest'
import type { CreateUserPoolRequest } from '@cognate/wire/user-pools.ts'
import { callsFrom } from '../../testing/calls-from.ts'
import { adasPhone } from '../../testing/choice-scene.ts'
import { goodPassword } from '../../testing/good-password.ts'
import { smsMfa } from '../../testing/mfa-scene.ts'
import { listOf } from '../../testing/people.ts'
import { answering, type FunctionEvent, recordedFunctions, unmoved } from '../../testing/recorded-functions.ts'
import { refusalOf } from '../../testing/refusal-of.ts'
import { KeyConfiguration } from '../../testing/replica-scene.ts'
import { signInScene } from '../../testing/sign-in-scene.ts'

let scene: Awaited<ReturnType<typeof signInScene>>
afterEach(() => scene[Symbol.asyncDispose]())

const email = 'ada@example.com'
const userAttributes = { email, email_verified: 'true' }
const confirmed = { userAttributes, finalUserStatus: 'CONFIRMED', messageAction: 'SUPPRESS' }

/** Another directory, where everybody's password is the good one. */
const directory = (response: Readonly<Record<string, unknown>>) => (event: FunctionEvent) => {
  const { password = goodPassword } = event.request
  return password === goodPassword ? answering(event, response) : Promise.reject(new Error('Bad password'))
}
const badPassword = 'UserLambdaValidationException: UserMigration failed with error Bad password.'
const wrong = 'NotAuthorizedException: Incorrect username or password.'
const locked = 'NotAuthorizedException: Password attempts exceeded'
const unknown = 'UserNotFoundException: User does not exist.'
const hiding = { PreventUserExistenceErrors: 'ENABLED' } as const

async function withFunction(
  answer: (event: FunctionEvent) => unknown = directory(confirmed),
  pool: Partial<CreateUserPoolRequest> = {},
) {
  const { functions, LambdaConfig, ...recorded } = recordedFunctions({ UserMigration: answer })
  scene = await signInScene({ AutoVerifiedAttributes: ['email'], ...pool, LambdaConfig }, { functions })
  const { call, UserPoolId, ClientId, newClient } = scene
  const user = (Username: string) => call('AdminGetUser', { UserPoolId, Username })
  const forgets = (Username = 'ada', client = ClientId) => call('ForgotPassword', { ClientId: client, Username })
  const hidingClient = async () => (await newClient(hiding)).ClientId
  return { ...scene, ...recorded, user, forgets, hidingClient }
}

test('who is unknown is asked of a function, with the password and the metadata, and signs in [D]', async () => {
  const { call, ClientId, UserPoolId, events, user, bySrp, byPassword } = await withFunction()
  const AuthParameters = { USERNAME: 'ada', PASSWORD: goodPassword }
  const ClientMetadata = { device: 'phone' }
  const start = { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters, ClientMetadata } as const
  const { AuthenticationResult } = await call('InitiateAuth', start)
  expect(AuthenticationResult?.AccessToken).toBeTruthy()
  expect(events).toEqual([
    {
      version: '1',
      triggerSource: 'UserMigration_Authentication',
      region: 'us-east-1',
      userPoolId: UserPoolId,
      userName: 'ada',
      callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: ClientId },
      request: { password: goodPassword, validationData: ClientMetadata, clientMetadata: ClientMetadata },
      response: {
        userAttributes: null,
        finalUserStatus: null,
        messageAction: null,
        desiredDeliveryMediums: null,
        forceAliasCreation: null,
        enableSMSMFA: null,
      },
    },
  ])
  const { UserStatus, UserAttributes } = await user('ada')
  expect(UserStatus).toBe('CONFIRMED')
  expect(UserAttributes).toEqual(expect.arrayContaining(listOf(userAttributes)))
  expect(await refusalOf(bySrp('ada'))).toBe('accepted')
  expect(await refusalOf(byPassword('ada', 'Wrong-horse-1'))).toBe(wrong)
  expect(events).toHaveLength(1)
})

test('an administrator’s flow migrates too, and USER_AUTH with a password that comes along [D][K]', async () => {
  const { call, UserPoolId, ClientId, newClient, fired } = await withFunction()
  const start = { UserPoolId, ClientId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' } as const
  await call('AdminInitiateAuth', { ...start, AuthParameters: { USERNAME: 'ada', PASSWORD: goodPassword } })
  const chooser = (await newClient({ ExplicitAuthFlows: ['ALLOW_USER_AUTH'] })).ClientId
  const AuthParameters = { USERNAME: 'ida', PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: goodPassword }
  await call('InitiateAuth', { ClientId: chooser, AuthFlow: 'USER_AUTH', AuthParameters })
  expect(fired()).toEqual(['UserMigration_Authentication', 'UserMigration_Authentication'])
})

test('by SRP, or without a password, nobody is migrated [D]', async () => {
  const { startSrp, newClient, call, fired } = await withFunction()
  expect(await refusalOf(startSrp('ada'))).toBe(unknown)
  const { ClientId } = await newClient({ ExplicitAuthFlows: ['ALLOW_USER_AUTH'] })
  const start = {
    ClientId,
    AuthFlow: 'USER_AUTH',
    AuthParameters: { USERNAME: 'ada', PASSWORD: goodPassword },
  } as const
  expect(await refusalOf(call('InitiateAuth', start))).toBe(unknown)
  expect(fired()).toEqual([])
})

test('a password that the pool would not take is kept all the same, and attributes may be missing [D]', async () => {
  const { byPassword } = await withFunction((event) => answering(event, confirmed), {
    Schema: [{ Name: 'given_name', Required: true }],
  })
  expect(await refusalOf(byPassword('ada', 'x'))).toBe('accepted')
  expect(await refusalOf(byPassword('ada', 'y'))).toBe(wrong)
})

test('who is not said to be CONFIRMED has to reset their password [D]', async () => {
  const { byPassword, user, forgets, call, ClientId, inbox } = await withFunction(directory({ userAttributes }))
  expect(await refusalOf(byPassword('ada'))).toBe(
    'PasswordResetRequiredException: Password reset required for the user',
  )
  expect((await user('ada')).UserStatus).toBe('RESET_REQUIRED')
  await forgets()
  const ConfirmationCode = (await inbox(email))[0]?.code ?? ''
  await call('ConfirmForgotPassword', { ClientId, Username: 'ada', ConfirmationCode, Password: 'Brand-new-horse-2' })
  expect(await refusalOf(byPassword('ada', 'Brand-new-horse-2'))).toBe('accepted')
})

test('who forgot their password is asked of a function without it, and has a code sent [D]', async () => {
  const { call, ClientId, user, events, inbox, byPassword } = await withFunction(directory({ userAttributes }))
  const ClientMetadata = { page: 'help' }
  const { CodeDeliveryDetails } = await call('ForgotPassword', { ClientId, Username: 'ada', ClientMetadata })
  expect(CodeDeliveryDetails).toMatchObject({ DeliveryMedium: 'EMAIL', Destination: 'a***@e***' })
  expect(events).toMatchObject([
    {
      triggerSource: 'UserMigration_ForgotPassword',
      userName: 'ada',
      request: { validationData: null, clientMetadata: ClientMetadata },
    },
  ])
  expect(events[0]?.request).not.toHaveProperty('password')
  expect((await user('ada')).UserStatus).toBe('RESET_REQUIRED')
  expect(await refusalOf(byPassword('ada'))).toBe(wrong)
  const ConfirmationCode = (await inbox(email))[0]?.code ?? ''
  await call('ConfirmForgotPassword', { ClientId, Username: 'ada', ConfirmationCode, Password: goodPassword })
  expect(await refusalOf(byPassword('ada'))).toBe('accepted')
})

test('a function that fails is told of, and nobody is made [O]', async () => {
  const { byPassword, user, hidingClient } = await withFunction()
  expect(await refusalOf(byPassword('ada', 'Wrong-horse-1'))).toBe(badPassword)
  expect(await refusalOf(byPassword('ada', 'Wrong-horse-1', await hidingClient()))).toBe(badPassword)
  expect(await refusalOf(user('ada'))).toBe(unknown)
})

test('whom a function does not know either is answered as nobody is [D]', async () => {
  const { byPassword, forgets, hidingClient, user } = await withFunction(unmoved)
  const hides = await hidingClient()
  expect(await refusalOf(byPassword('ada'))).toBe(unknown)
  expect(await refusalOf(byPassword('ada', goodPassword, hides))).toBe(wrong)
  expect(await refusalOf(forgets())).toBe('UserNotFoundException: Username/client id combination not found.')
  expect(await refusalOf(forgets('ada', hides))).toBe('accepted')
  expect(await refusalOf(user('ada'))).toBe(unknown)
})

test('a function is not asked without bound: each name is locked as a user is after wrong passwords', async () => {
  const { byPassword, fired, clock } = await withFunction()
  const guesses = await Promise.all(
    Array.from({ length: 20 }, (_, n) => refusalOf(byPassword('ada', `Wrong-horse-${n}`))),
  )
  expect(guesses.filter((each) => each === badPassword)).toHaveLength(5)
  expect(guesses.filter((each) => each === locked)).toHaveLength(15)
  expect(fired()).toHaveLength(5)
  expect(await refusalOf(byPassword('ida'))).toBe('accepted')
  clock.advance(1001)
  expect(await refusalOf(byPassword('ada'))).toBe('accepted')
})

test('names that differ by letter case alone are counted together, whatever the pool makes of them', async () => {
  const { byPassword, fired } = await withFunction()
  const spellings = ['ada', 'Ada', 'aDa', 'adA', 'ADa', 'AdA', 'ADA']
  await Promise.all(spellings.map((name) => refusalOf(byPassword(name, 'Wrong-horse-1'))))
  expect(fired()).toHaveLength(5)
})

test('a function is asked for who forgot their password five times an hour', async () => {
  const { forgets, fired, clock } = await withFunction(unmoved)
  const ask = async () => Promise.all(Array.from({ length: 7 }, () => refusalOf(forgets())))
  const exceeded = 'LimitExceededException: Attempt limit exceeded, please try after some time.'
  expect((await ask()).filter((each) => each === exceeded)).toHaveLength(2)
  expect(fired()).toHaveLength(5)
  clock.advance(3_600_001)
  await ask()
  expect(fired()).toHaveLength(5)
})

test('of two first sign-ins at once one makes the user, and both get in', async () => {
  const { byPassword, call, UserPoolId } = await withFunction()
  const both = await Promise.all([refusalOf(byPassword('ada')), refusalOf(byPassword('ada'))])
  expect(both).toEqual(['accepted', 'accepted'])
  expect((await call('ListUsers', { UserPoolId })).Users).toHaveLength(1)
})

test('who is called by an alias gets the username that the function gives [D]', async () => {
  const AliasAttributes = ['email'] as const
  const answer = { ...confirmed, userAttributes: { ...userAttributes, username: 'ada' } }
  const { byPassword, user } = await withFunction(directory(answer), { AliasAttributes: [...AliasAttributes] })
  expect(await refusalOf(byPassword(email))).toBe('accepted')
  expect((await user(email)).Username).toBe('ada')
})

test('where people sign in by e-mail, that is their name [D]', async () => {
  const { byPassword, user } = await withFunction(directory(confirmed), { UsernameAttributes: ['email'] })
  expect(await refusalOf(byPassword(email))).toBe('accepted')
  expect((await user(email)).Username).toMatch(/^[0-9a-f-]{36}$/)
})

test.each<[string, Readonly<Record<string, unknown>>]>([
  ['who would have another name', { ...confirmed, userAttributes: { email, username: 'ida' } }],
  ['with an attribute that the pool does not have', { ...confirmed, userAttributes: { 'custom:no': 'x' } }],
  ['with an address that is none', { ...confirmed, userAttributes: { email: 'ada' } }],
  ['with SMS MFA and no number', { ...confirmed, enableSMSMFA: true }],
  [
    'with SMS MFA in a pool without it',
    { ...confirmed, userAttributes: { phone_number: adasPhone }, enableSMSMFA: true },
  ],
])('%s is not migrated, which a client that hides who exists does not tell [O]', async (_title, answer) => {
  const { SmsConfiguration } = smsMfa.SmsMfaConfiguration
  const { byPassword, user, ClientId, hidingClient } = await withFunction(directory(answer), { SmsConfiguration })
  expect(await refusalOf(byPassword('ada'))).toBe(
    `UserNotFoundException: Exception migrating user in app client ${ClientId}`,
  )
  expect(await refusalOf(byPassword('ada', goodPassword, await hidingClient()))).toBe(wrong)
  expect(await refusalOf(user('ada'))).toBe(unknown)
})

test('an alias that leads to somebody is taken from them where the function says so, else nobody comes [D]', async () => {
  const moves = { ...confirmed, forceAliasCreation: true }
  const answer = { current: confirmed as Readonly<Record<string, unknown>> }
  const { byPassword, user, newUser } = await withFunction((event) => answering(event, answer.current), {
    AliasAttributes: ['email'],
  })
  await newUser('ida', { attributes: userAttributes })
  expect(await refusalOf(byPassword('ada'))).toContain('UserNotFoundException: Exception migrating user')
  expect((await user(email)).Username).toBe('ida')
  answer.current = moves
  expect(await refusalOf(byPassword('ada'))).toBe('accepted')
  expect((await user(email)).Username).toBe('ada')
})

test('who shall have SMS MFA is asked for its code at once [D]', async () => {
  const answer = { ...confirmed, userAttributes: { phone_number: adasPhone }, enableSMSMFA: true }
  const { byPassword, call, UserPoolId } = await withFunction(directory(answer))
  await call('SetUserPoolMfaConfig', { UserPoolId, MfaConfiguration: 'OPTIONAL', ...smsMfa })
  expect((await byPassword('ada')).ChallengeName).toBe('SMS_MFA')
})

test('an answer that cannot be read is refused [D]', async () => {
  const { byPassword } = await withFunction(directory({ ...confirmed, userAttributes: ['ada'] }))
  expect(await refusalOf(byPassword('ada'))).toBe('InvalidLambdaResponseException: Unrecognizable lambda output')
})

test('flags may be truth values or written as Python writes them [K]', async () => {
  const flags = { email_verified: true, phone_number: adasPhone, phone_number_verified: 'True' }
  const answer = { ...confirmed, userAttributes: { email, ...flags } }
  const { byPassword, user } = await withFunction(directory(answer))
  await byPassword('ada')
  const expected = listOf({ email_verified: 'true', phone_number_verified: 'true' })
  expect((await user('ada')).UserAttributes).toEqual(expect.arrayContaining(expected))
})

test('in the Region of a replica nobody is migrated, as nobody is made there [K]', async () => {
  const { call, UserPoolId, ClientId, clock, fired } = await withFunction(directory(confirmed), { KeyConfiguration })
  const replica = { UserPoolId, RegionName: 'us-west-2' }
  await call('CreateUserPoolReplica', replica)
  clock.advance(2000)
  await call('UpdateUserPoolReplica', { ...replica, Status: 'ACTIVE' })
  const there = callsFrom(replica.RegionName, scene)
  const signedFor = callsFrom(replica.RegionName, scene, 'localhost:9400')
  const AuthParameters = { USERNAME: 'ada', PASSWORD: goodPassword }
  const start = { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters } as const
  expect(await refusalOf(there('InitiateAuth', start))).toBe(unknown)
  const byOperator = { UserPoolId, ...start, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' } as const
  expect(await refusalOf(signedFor('AdminInitiateAuth', byOperator))).toBe(unknown)
  expect(fired()).toEqual([])
  expect(await refusalOf(call('InitiateAuth', start))).toBe('accepted')
})

test('of a migration, the functions for sign-ups hear nothing', async () => {
  const own = recordedFunctions({ UserMigration: directory(confirmed), PreSignUp: unmoved, PostConfirmation: unmoved })
  scene = await signInScene({ LambdaConfig: own.LambdaConfig }, { functions: own.functions })
  await scene.byPassword('ada')
  expect(own.fired()).toEqual(['UserMigration_Authentication'])
})
