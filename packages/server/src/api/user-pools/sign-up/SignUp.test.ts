import { expect, test } from 'vitest'
import { goodPassword } from '../../../testing/good-password.ts'
import { listOf, peopleIn } from '../../../testing/people.ts'
import { refusedWith } from '../../../testing/refused-with.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/

test('a sign-up waits, unconfirmed, for the code that was sent', async () => {
  await using people = await peopleIn()
  const answer = await people.signUp('ada')
  expect(answer).toMatchObject({
    UserConfirmed: false,
    CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'a***@e***' },
  })
  expect(answer.UserSub).toMatch(uuid)
  expect(await people.statusOf('ada')).toBe('UNCONFIRMED')
  expect(await people.codeTo('ada@example.com')).toMatch(/^\d{6}$/)
})

test('where both addresses are verified the code goes to the phone', async () => {
  await using people = await peopleIn({ pool: { AutoVerifiedAttributes: ['email', 'phone_number'] } })
  const { CodeDeliveryDetails } = await people.signUp('ada', { email: 'ada@example.com', phone_number: '+15555550142' })
  expect(CodeDeliveryDetails).toMatchObject({ DeliveryMedium: 'SMS', Destination: '+*******0142' })
  expect(await people.inbox('ada@example.com')).toEqual([])
})

test('a pool that verifies nothing sends nothing', async () => {
  await using people = await peopleIn({ pool: { AutoVerifiedAttributes: [] } })
  const { CodeDeliveryDetails } = await people.signUp('ada')
  expect(CodeDeliveryDetails).toBeUndefined()
  expect(await people.inbox('ada@example.com')).toEqual([])
})

test.each([
  ['short', 'Sh0rt-x', 'Password not long enough'],
  ['without uppercase', 'correct-horse-1', 'Password must have uppercase characters'],
  ['without lowercase', 'CORRECT-HORSE-1', 'Password must have lowercase characters'],
  ['without a digit', 'Correct-horse', 'Password must have numeric characters'],
  ['without a symbol', 'Correcthorse1', 'Password must have symbol characters'],
  ['with a space at its end for a symbol', 'Correcthorse1 ', 'Password must have symbol characters'],
])('refuses a password %s', async (_, Password, reason) => {
  await using people = await peopleIn()
  const call = people.call('SignUp', { ClientId: people.ClientId, Username: 'ada', Password })
  expect(await refusedWith(call)).toBe(`InvalidPasswordException: Password did not conform with policy: ${reason}`)
})

test('a space inside is a symbol', async () => {
  await using people = await peopleIn()
  const Password = 'Correct horse 1'
  const answer = await people.call('SignUp', { ClientId: people.ClientId, Username: 'ada', Password })
  expect(answer.UserConfirmed).toBe(false)
})

test('a policy asks for no more than it says', async () => {
  const Policies = { PasswordPolicy: { MinimumLength: 6 } }
  await using people = await peopleIn({ pool: { Policies } })
  const Password = 'simple'
  const answer = await people.call('SignUp', { ClientId: people.ClientId, Username: 'ada', Password })
  expect(answer.UserConfirmed).toBe(false)
})

test('a password that is left out is missed', async () => {
  await using people = await peopleIn()
  const call = people.call('SignUp', { ClientId: people.ClientId, Username: 'ada' })
  expect(await refusedWith(call)).toBe('InvalidParameterException: Missing required parameter PASSWORD')
})

test.each([
  ['unknown', { 'custom:none': 'x' }, 'custom:none: Attribute does not exist in the schema.'],
  ['a sub', { sub: 'x' }, 'sub: Attribute cannot be set.'],
  ['identities', { identities: '[]' }, 'identities: Attribute does not exist in the schema.'],
  ['a birthdate that is none', { birthdate: '1815/12/10' }, 'birthdate: Invalid birthdate format.'],
  ['too long', { nickname: 'abcde' }, 'nickname: String must be at most 4 characters.'],
  ['too short', { nickname: 'a' }, 'nickname: String must be at least 2 characters.'],
  ['a time that is no number', { updated_at: 'now' }, 'updated_at: Invalid number value.'],
])('refuses an attribute that is %s', async (_, attributes, fault) => {
  const StringAttributeConstraints = { MinLength: '2', MaxLength: '4' }
  await using people = await peopleIn({ pool: { Schema: [{ Name: 'nickname', StringAttributeConstraints }] } })
  const refusal = await refusedWith(people.signUp('ada', attributes))
  expect(refusal).toContain(`InvalidParameterException: Attributes did not conform to the schema: ${fault}`)
})

test('an attribute of a new user may be left blank, and is then not there', async () => {
  await using people = await peopleIn()
  await people.signUp('ada', { email: 'ada@example.com', name: '' })
  expect(await people.attributesOf('ada')).not.toHaveProperty('name')
})

test('a required attribute is missed', async () => {
  await using people = await peopleIn({ pool: { Schema: [{ Name: 'name', Required: true }] } })
  expect(await refusedWith(people.signUp('ada'))).toBe(
    'InvalidParameterException: Attributes did not conform to the schema: name: The attribute is required',
  )
})

test('an address must be one', async () => {
  await using people = await peopleIn()
  expect(await refusedWith(people.signUp('ada', { email: 'nowhere' }))).toBe(
    'InvalidParameterException: Invalid email address format.',
  )
  expect(await refusedWith(people.signUp('ada', { phone_number: '0555' }))).toBe(
    'InvalidParameterException: Invalid phone number format.',
  )
})

test('a client writes what it may, and never that an address is verified', async () => {
  await using people = await peopleIn({ client: { WriteAttributes: ['email'] } })
  const refusal = 'NotAuthorizedException: A client attempted to write unauthorized attribute'
  expect(await refusedWith(people.signUp('ada', { name: 'Ada' }))).toBe(refusal)
  expect(await refusedWith(people.signUp('ada', { email: 'a@example.com', email_verified: 'true' }))).toBe(refusal)
  expect((await people.signUp('ada')).UserConfirmed).toBe(false)
})

test('a username is taken once, and names differ by case where the pool says so', async () => {
  await using sensitive = await peopleIn()
  await sensitive.signUp('ada')
  expect(await refusedWith(sensitive.signUp('ada'))).toBe('UsernameExistsException: User already exists')
  expect((await sensitive.signUp('Ada')).UserConfirmed).toBe(false)

  await using folding = await peopleIn({ pool: { UsernameConfiguration: { CaseSensitive: false } } })
  await folding.signUp('ada')
  expect(await refusedWith(folding.signUp('ADA'))).toBe('UsernameExistsException: User already exists')
})

test('of two sign-ups for one name at once, one gets it', async () => {
  await using people = await peopleIn()
  const both = await Promise.all([refusedWith(people.signUp('ada')), refusedWith(people.signUp('ada'))])
  expect(both.toSorted()).toEqual(['UsernameExistsException: User already exists', 'not refused'])
})

test('where people sign in with their e-mail, it is the login and the username is the sub', async () => {
  await using people = await peopleIn({ pool: { UsernameAttributes: ['email'] } })
  const { UserSub } = await people.signUp('ada@example.com', {})
  expect(
    await people.call('AdminGetUser', { UserPoolId: people.UserPoolId, Username: 'ada@example.com' }),
  ).toMatchObject({
    Username: UserSub,
    UserAttributes: [
      { Name: 'sub', Value: UserSub },
      { Name: 'email', Value: 'ada@example.com' },
      { Name: 'email_verified', Value: 'false' },
    ],
  })
  expect(await refusedWith(people.signUp('ada@example.com', {}))).toBe(
    'UsernameExistsException: An account with the given email already exists.',
  )
})

test.each([
  [['email'] as const, 'Username should be an email.'],
  [['phone_number'] as const, 'Username should be a phone number.'],
  [['email', 'phone_number'] as const, 'Username should be either an email or a phone number.'],
])('where people sign in with %s, a plain name is refused', async (UsernameAttributes, sentence) => {
  await using people = await peopleIn({ pool: { UsernameAttributes } })
  expect(await refusedWith(people.signUp('ada', {}))).toBe(`InvalidParameterException: ${sentence}`)
})

test('of two login attributes, the one used at sign-up is the login', async () => {
  await using people = await peopleIn({ pool: { UsernameAttributes: ['email', 'phone_number'] } })
  await people.signedUp('ada@example.com', { email: 'ada@example.com', phone_number: '+15555550142' })
  expect((await people.signIn('ada@example.com')).AccessToken).not.toBe('')
  expect(await refusedWith(people.signIn('+15555550142'))).toBe('UserNotFoundException: User does not exist.')
  expect((await people.signUp('grace@example.com', { phone_number: '+15555550142' })).UserConfirmed).toBe(false)
})

test('the login attribute cannot be said twice differently', async () => {
  await using people = await peopleIn({ pool: { UsernameAttributes: ['email'] } })
  expect(await refusedWith(people.signUp('ada@example.com', { email: 'grace@example.com' }))).toBe(
    'InvalidParameterException: Attribute value for email must match username.',
  )
})

test('a username may not look like an alias of the pool', async () => {
  await using people = await peopleIn({ pool: { AliasAttributes: ['email', 'phone_number'] } })
  expect(await refusedWith(people.signUp('ada@example.com', {}))).toContain('Username cannot be of email format')
  expect(await refusedWith(people.signUp('+15555550142', {}))).toContain('Username cannot be of phone_number format')
})

test('refuses where only administrators make users, and where a function would have had its say', async () => {
  await using closed = await peopleIn({ pool: { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } } })
  expect(await refusedWith(closed.signUp('ada'))).toBe(
    'NotAuthorizedException: SignUp is not permitted for this user pool',
  )
  const arn = 'arn:aws:lambda:us-east-1:000000000000:function:check'
  await using triggered = await peopleIn({ pool: { LambdaConfig: { PreSignUp: arn } } })
  expect(await refusedWith(triggered.signUp('ada'))).toContain('UnexpectedLambdaException: PreSignUp')
  await using written = await peopleIn({ pool: { LambdaConfig: { CustomMessage: arn } } })
  expect(await refusedWith(written.signUp('ada'))).toContain('UnexpectedLambdaException: CustomMessage')
})

test('without a way to send an SMS nobody is signed up by one', async () => {
  const pool = { AutoVerifiedAttributes: ['phone_number'] } as const
  await using people = await peopleIn({ pool, parts: { mailroom: { carriers: {}, inbox: false } } })
  const refusal = await refusedWith(people.signUp('ada', { phone_number: '+15555550142' }))
  expect(refusal).toContain('CodeDeliveryFailureException')
  expect(await refusedWith(people.statusOf('ada'))).toBe('UserNotFoundException: User does not exist.')
})

test('a client that does not exist, and a secret hash that is missing or wrong, are refused', async () => {
  await using people = await peopleIn({ client: { GenerateSecret: true } })
  const request = { Username: 'ada', Password: goodPassword, UserAttributes: listOf({ email: 'ada@example.com' }) }
  expect(await refusedWith(people.call('SignUp', { ClientId: 'none', ...request }))).toBe(
    'ResourceNotFoundException: User pool client none does not exist.',
  )
  const { ClientId } = people
  expect(await refusedWith(people.call('SignUp', { ClientId, ...request }))).toContain('SECRET_HASH was not received')
  expect(await refusedWith(people.call('SignUp', { ClientId, ...request, SecretHash: 'AAAA' }))).toBe(
    `NotAuthorizedException: Unable to verify secret hash for client ${ClientId}`,
  )
})

test('addresses that somebody signs up with are said not to be verified', async () => {
  await using people = await peopleIn()
  await people.signUp('ada', { email: 'ada@example.com' })
  const { email_verified, phone_number_verified } = await people.attributesOf('ada')
  expect({ email_verified, phone_number_verified }).toEqual({ email_verified: 'false' })
  await people.signUp('grace', { phone_number: '+15555550142' })
  expect(await people.attributesOf('grace')).toMatchObject({ phone_number_verified: 'false' })
})

test('of very many wrong attributes the first are named', async () => {
  await using people = await peopleIn()
  const wrong = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`custom:${n}`, 'x']))
  const refusal = await refusedWith(people.signUp('ada', wrong))
  expect(refusal).toContain('custom:0: Attribute does not exist in the schema.')
  expect(refusal.length).toBeLessThan(3000)
})
