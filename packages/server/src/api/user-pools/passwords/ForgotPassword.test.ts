import { expect, test } from 'vitest'
import { peopleIn } from '../../../testing/people.ts'
import { refusedWith } from '../../../testing/refused-with.ts'

type People = Awaited<ReturnType<typeof peopleIn>>

const forgot = ({ call, ClientId }: People, Username: string) => call('ForgotPassword', { ClientId, Username })
const hiding = { PreventUserExistenceErrors: 'ENABLED' } as const
const both = { email: 'ada@example.com', phone_number: '+15555550142' }
const noChannel =
  'InvalidParameterException: Cannot reset password for the user as there is no registered/verified email or phone_number'
const tooMany = 'LimitExceededException: Attempt limit exceeded, please try after some time.'

/** Ada with the addresses given, verified as said. */
async function made({ call, UserPoolId }: People, attributes: Readonly<Record<string, string>>) {
  const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
  await call('AdminCreateUser', { UserPoolId, Username: 'ada', UserAttributes, MessageAction: 'SUPPRESS' })
  await call('AdminSetUserPassword', { UserPoolId, Username: 'ada', Password: 'Correct-horse-1', Permanent: true })
}

const recovery = (...names: readonly ('verified_email' | 'verified_phone_number' | 'admin_only')[]) => ({
  AccountRecoverySetting: { RecoveryMechanisms: names.map((Name, place) => ({ Name, Priority: place + 1 })) },
})

test('a code goes to the verified address', async () => {
  await using people = await peopleIn()
  await people.signedUp('ada')
  const { CodeDeliveryDetails } = await forgot(people, 'ada')
  expect(CodeDeliveryDetails).toEqual({ AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'a***@e***' })
  expect((await people.inbox('ada@example.com'))[0]?.source).toBe('CustomMessage_ForgotPassword')
})

test.each([
  ['mail first when the pool says nothing', {}, 'EMAIL'],
  ['mail first', recovery('verified_email', 'verified_phone_number'), 'EMAIL'],
  ['the phone first', recovery('verified_phone_number', 'verified_email'), 'SMS'],
  ['the phone alone', recovery('verified_phone_number'), 'SMS'],
])('recovers by %s', async (_, pool, DeliveryMedium) => {
  await using people = await peopleIn({ pool })
  await made(people, { ...both, email_verified: 'true', phone_number_verified: 'true' })
  expect(await forgot(people, 'ada')).toMatchObject({ CodeDeliveryDetails: { DeliveryMedium } })
})

test('the order is by priority, not by place', async () => {
  const RecoveryMechanisms = [
    { Name: 'verified_email', Priority: 2 },
    { Name: 'verified_phone_number', Priority: 1 },
  ] as const
  await using people = await peopleIn({ pool: { AccountRecoverySetting: { RecoveryMechanisms } } })
  await made(people, { ...both, email_verified: 'true', phone_number_verified: 'true' })
  expect(await forgot(people, 'ada')).toMatchObject({ CodeDeliveryDetails: { DeliveryMedium: 'SMS' } })
})

test('an address that is not verified is passed over', async () => {
  await using people = await peopleIn()
  await made(people, { ...both, email_verified: 'false', phone_number_verified: 'true' })
  expect(await forgot(people, 'ada')).toMatchObject({ CodeDeliveryDetails: { DeliveryMedium: 'SMS' } })
})

test('without a verified address, or one that the pool recovers by, nothing is sent', async () => {
  await using people = await peopleIn({ pool: recovery('verified_email') })
  await made(people, { ...both, phone_number_verified: 'true' })
  expect(await refusedWith(forgot(people, 'ada'))).toBe(noChannel)
  expect(await people.inbox('ada@example.com')).toEqual([])
})

test('where only administrators reset passwords, everybody is sent to them', async () => {
  await using people = await peopleIn({ pool: recovery('admin_only'), client: hiding })
  const refusal = 'NotAuthorizedException: Contact administrator to reset password.'
  await people.signedUp('ada')
  expect(await refusedWith(forgot(people, 'ada'))).toBe(refusal)
  expect(await refusedWith(forgot(people, 'nobody'))).toBe(refusal)
})

test('tells by status why not', async () => {
  await using people = await peopleIn()
  const { call, UserPoolId } = people
  await people.signUp('ada')
  expect(await refusedWith(forgot(people, 'ada'))).toBe(noChannel)
  await call('AdminCreateUser', { UserPoolId, Username: 'grace', MessageAction: 'SUPPRESS' })
  expect(await refusedWith(forgot(people, 'grace'))).toBe(
    'NotAuthorizedException: User password cannot be reset in the current state.',
  )
  await people.signedUp('mary')
  await call('AdminDisableUser', { UserPoolId, Username: 'mary' })
  expect(await refusedWith(forgot(people, 'mary'))).toBe('NotAuthorizedException: User is disabled.')
  expect(await refusedWith(forgot(people, 'nobody'))).toBe(
    'UserNotFoundException: Username/client id combination not found.',
  )
})

test('who has to reset the password anyway may ask for another code', async () => {
  await using people = await peopleIn()
  await people.signedUp('ada')
  await people.call('AdminResetUserPassword', { UserPoolId: people.UserPoolId, Username: 'ada' })
  expect((await forgot(people, 'ada')).CodeDeliveryDetails?.AttributeName).toBe('email')
})

test('five an hour', async () => {
  await using people = await peopleIn()
  await people.signedUp('ada')
  for (let time = 0; time < 5; time++) await forgot(people, 'ada')
  expect(await refusedWith(forgot(people, 'ada'))).toBe(tooMany)
  people.clock.advance(3_600_000)
  await forgot(people, 'ada')
})

test('where existence is hidden, whoever may not have a code gets a stable answer all the same', async () => {
  await using people = await peopleIn({ client: hiding })
  const { call, UserPoolId } = people
  await people.signUp('unconfirmed')
  await call('AdminCreateUser', { UserPoolId, Username: 'invited', MessageAction: 'SUPPRESS' })
  await people.signedUp('disabled')
  await call('AdminDisableUser', { UserPoolId, Username: 'disabled' })
  for (const name of ['nobody', 'unconfirmed', 'invited', 'disabled']) {
    const first = await forgot(people, name)
    expect(first.CodeDeliveryDetails).toMatchObject({ AttributeName: 'email', DeliveryMedium: 'EMAIL' })
    expect(await forgot(people, name)).toEqual(first)
    for (let time = 0; time < 3; time++) await forgot(people, name)
    expect(await refusedWith(forgot(people, name))).toBe(tooMany)
  }
  expect(await people.inbox('disabled@example.com')).toHaveLength(1)
})

test('a made-up destination is a number where the pool recovers by phone', async () => {
  await using people = await peopleIn({ client: hiding, pool: recovery('verified_phone_number') })
  const { CodeDeliveryDetails } = await forgot(people, 'nobody')
  expect(CodeDeliveryDetails).toMatchObject({ AttributeName: 'phone_number', DeliveryMedium: 'SMS' })
  expect(CodeDeliveryDetails?.Destination).toMatch(/^\+\*{7}\d{4}$/)
})

test('nobody can be told from somebody by the capitals of an address', async () => {
  const pool = { UsernameAttributes: ['email'], UsernameConfiguration: { CaseSensitive: false } } as const
  await using people = await peopleIn({ client: hiding, pool })
  await people.signedUp('Ada@Example.com', { email: 'Ada@Example.com' })
  const shown = async (name: string) => (await forgot(people, name)).CodeDeliveryDetails?.Destination
  expect(await shown('ada@example.com')).toBe('a***@e***')
  expect(await shown('Amy@Example.com')).toBe('a***@e***')
})

test('nobody can be told from somebody by a message that leads nowhere', async () => {
  const parts = { mailroom: { carriers: {}, inbox: false } }
  await using people = await peopleIn({ client: hiding, parts, pool: { AutoVerifiedAttributes: [] } })
  await made(people, { email: 'ada@example.com', email_verified: 'true' })
  const [ada, nobody] = [await refusedWith(forgot(people, 'ada')), await refusedWith(forgot(people, 'nobody'))]
  expect(ada).toContain('CodeDeliveryFailureException')
  expect(nobody).toBe(ada)
})

test('refuses where a function would have taken part', async () => {
  const UserMigration = 'arn:aws:lambda:us-east-1:000000000000:function:fetch'
  await using people = await peopleIn({ pool: { LambdaConfig: { UserMigration } } })
  expect(await refusedWith(forgot(people, 'nobody'))).toContain('UnexpectedLambdaException: UserMigration')
})
