import { beforeAll, beforeEach, expect, test } from 'vitest'
import { refusalOf } from '../../../testing/refusal-of.ts'
import { secretHash, signInScene, type SignInScene } from '../../../testing/sign-in-scene.ts'

const spent = 'NotAuthorizedException: Invalid session for the user, session can only be used once.'
const schema = [
  { Name: 'email', AttributeDataType: 'String', Required: true },
  { Name: 'given_name', AttributeDataType: 'String', Required: true },
  { Name: 'badge', AttributeDataType: 'String', Mutable: false },
  { Name: 'tenant', AttributeDataType: 'String' },
] as const

let scene: SignInScene
beforeAll(async () => {
  scene = await signInScene({ Schema: schema })
})

let users = 0
let name = ''
beforeEach(async () => {
  name = `invited-${++users}`
  const attributes = { email: `${name}@example.com`, 'custom:badge': '7' }
  await scene.newUser(name, { status: 'FORCE_CHANGE_PASSWORD', attributes })
})

const session = async () => (await scene.byPassword(name)).Session ?? ''

function respond(Session: string, answers: Readonly<Record<string, string>> = {}, client = scene.ClientId) {
  const given = { USERNAME: name, NEW_PASSWORD: 'Brand-new-horse-2', 'userAttributes.given_name': 'Ida', ...answers }
  return scene.call('RespondToAuthChallenge', {
    ClientId: client,
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session,
    ChallengeResponses: given,
  })
}

test('an administrator’s password is to be exchanged, and what is missing is to be said', async () => {
  const answer = await scene.byPassword(name)
  expect(answer.ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
  expect(answer.AuthenticationResult).toBeUndefined()
  expect(answer.Session).toMatch(/^[\w-]{20,2048}$/)
  expect(answer.ChallengeParameters).toEqual({
    USER_ID_FOR_SRP: name,
    requiredAttributes: '["userAttributes.given_name"]',
    userAttributes: JSON.stringify({ email: `${name}@example.com`, 'custom:badge': '7' }),
  })
})

test('attributes that the client may not read are not shown', async () => {
  const { ClientId } = await scene.newClient({ ReadAttributes: ['email'] })
  const { ChallengeParameters } = await scene.byPassword(name, undefined, ClientId)
  expect(ChallengeParameters?.['userAttributes']).toBe(JSON.stringify({ email: `${name}@example.com` }))
})

test('after a password the new one lets in, and signs in from then on', async () => {
  const { AuthenticationResult } = await respond(await session(), { 'userAttributes.custom:tenant': 'north' })
  expect(AuthenticationResult).toHaveProperty('RefreshToken')
  expect(await refusalOf(scene.byPassword(name))).toBe('NotAuthorizedException: Incorrect username or password.')
  expect(await scene.bySrp(name, 'Brand-new-horse-2')).toHaveProperty('AuthenticationResult')
  const user = await scene.call('AdminGetUser', { UserPoolId: scene.UserPoolId, Username: name })
  expect(user.UserStatus).toBe('CONFIRMED')
  expect(user.UserAttributes).toContainEqual({ Name: 'custom:tenant', Value: 'north' })
  expect(user.UserAttributes).toContainEqual({ Name: 'given_name', Value: 'Ida' })
})

test('after SRP as well, and the operator may answer', async () => {
  const question = await scene.bySrp(name)
  expect(question.ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
  const { UserPoolId, ClientId } = scene
  const ChallengeResponses = { USERNAME: name, NEW_PASSWORD: 'Brand-new-horse-2', 'userAttributes.given_name': 'Ida' }
  const Session = question.Session ?? ''
  const answer = { UserPoolId, ClientId, ChallengeName: 'NEW_PASSWORD_REQUIRED', ChallengeResponses, Session } as const
  expect(await scene.call('AdminRespondToAuthChallenge', answer)).toHaveProperty('AuthenticationResult.IdToken')
})

test('one of many parallel answers to a session wins, and none after it', async () => {
  const Session = await session()
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) => refusalOf(respond(Session, { NEW_PASSWORD: `Brand-new-horse-${n}` }))),
  )
  expect(answers.filter((answer) => answer === 'accepted')).toHaveLength(1)
  expect(new Set(answers)).toEqual(new Set(['accepted', spent]))
  expect(await refusalOf(respond(Session))).toBe(spent)
})

test('the SRP proof that led here leads here once', async () => {
  const proof = await scene.startSrp(name)
  const answers = await Promise.all(Array.from({ length: 8 }, () => refusalOf(scene.proveSrp(proof))))
  expect(answers.filter((answer) => answer === 'accepted')).toHaveLength(1)
  expect(await refusalOf(scene.proveSrp(proof))).toBe(spent)
})

test('an answer that is refused leaves the session as it was', async () => {
  const Session = await session()
  expect(await refusalOf(respond(Session, { NEW_PASSWORD: 'short' }))).toBe(
    'InvalidPasswordException: Password did not conform with policy: Password not long enough',
  )
  expect(await refusalOf(respond(Session, { 'userAttributes.given_name': '' }))).toMatch(
    /^InvalidParameterException: .*given_name: The attribute is required/,
  )
  expect(await refusalOf(respond(Session, { NEW_PASSWORD: '' }))).not.toBe('accepted')
  expect(await refusalOf(respond(Session))).toBe('accepted')
})

test.each([
  ['email', 'other@example.com', 'InvalidParameterException: Cannot modify an already provided email'],
  ['custom:badge', '8', 'InvalidParameterException: Cannot modify an already provided custom:badge'],
  ['email_verified', 'true', 'NotAuthorizedException: A client attempted to write unauthorized attribute'],
  ['sub', 'me', expect.stringMatching(/^InvalidParameterException: .*sub: /)],
  ['nonsense', 'x', expect.stringMatching(/^InvalidParameterException: .*nonsense: Attribute does not exist/)],
])('%s cannot be set here', async (attribute, value, refusal) => {
  expect(await refusalOf(respond(await session(), { [`userAttributes.${attribute}`]: value }))).toEqual(refusal)
})

test('what the client may not write cannot be set here either', async () => {
  const { ClientId } = await scene.newClient({ WriteAttributes: ['email', 'given_name'] })
  const { Session = '' } = await scene.byPassword(name, undefined, ClientId)
  expect(await refusalOf(respond(Session, { 'userAttributes.custom:tenant': 'north' }, ClientId))).toBe(
    'NotAuthorizedException: A client attempted to write unauthorized attribute',
  )
})

test('the answer must name a password and the user', async () => {
  const { ClientId, call } = scene
  const base = { ClientId, ChallengeName: 'NEW_PASSWORD_REQUIRED', Session: await session() } as const
  const without = (ChallengeResponses: Record<string, string>) =>
    refusalOf(call('RespondToAuthChallenge', { ...base, ChallengeResponses }))
  expect(await without({ USERNAME: name })).toBe('InvalidParameterException: Missing required parameter NEW_PASSWORD')
  expect(await without({ NEW_PASSWORD: 'Brand-new-horse-2' })).toBe(
    'InvalidParameterException: Missing required parameter USERNAME',
  )
})

test('the answer of a client with a secret carries its hash', async () => {
  const client = await scene.newClient({ GenerateSecret: true })
  const SECRET_HASH = secretHash(name, client)
  const AuthParameters = { USERNAME: name, PASSWORD: 'Correct-horse-1', SECRET_HASH }
  const start = { ClientId: client.ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters } as const
  const { Session = '' } = await scene.call('InitiateAuth', start)
  expect(await refusalOf(respond(Session, {}, client.ClientId))).toMatch(/SECRET_HASH was not received$/)
  expect(await refusalOf(respond(Session, { SECRET_HASH: 'x' }, client.ClientId))).toMatch(
    /Unable to verify secret hash/,
  )
  expect(await refusalOf(respond(Session, { SECRET_HASH }, client.ClientId))).toBe('accepted')
})

test('a user who was disabled meanwhile goes no further', async () => {
  const Session = await session()
  const user = await scene.world.store.users.findByName(scene.UserPoolId, name, ['username'])
  if (!user) throw new Error('nobody')
  await scene.world.store.decide(scene.world.store.users.save({ ...user, enabled: false }, user))
  expect(await refusalOf(respond(Session))).toBe('NotAuthorizedException: User is disabled.')
})

test('a session of a temporary password ends when somebody else exchanges it', async () => {
  const [mine, theirs] = [await session(), await session()]
  expect(await refusalOf(respond(theirs))).toBe('accepted')
  expect(await refusalOf(respond(mine, { NEW_PASSWORD: 'Another-horse-3' }))).toBe(spent)
  expect(await refusalOf(scene.byPassword(name, 'Brand-new-horse-2'))).toBe('accepted')
})

test('a user who was deleted meanwhile goes no further', async () => {
  const Session = await session()
  const user = await scene.world.store.users.findByName(scene.UserPoolId, name, ['username'])
  if (!user) throw new Error('nobody')
  await scene.world.store.decide(scene.world.store.users.remove(user))
  expect(await refusalOf(respond(Session))).toBe('NotAuthorizedException: Incorrect username or password.')
})

test('an address that must be proved before it changes is not changed without proof', async () => {
  const settings = { AttributesRequireVerificationBeforeUpdate: ['email'] } as const
  await using house = await signInScene({ AutoVerifiedAttributes: ['email'], UserAttributeUpdateSettings: settings })
  const attributes = { email: 'ada@example.com', email_verified: 'true' }
  await house.newUser('ada', { status: 'FORCE_CHANGE_PASSWORD', attributes })
  const { Session = '' } = await house.byPassword('ada')
  const exchange = (email: string) =>
    house.call('RespondToAuthChallenge', {
      ClientId: house.ClientId,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session,
      ChallengeResponses: { USERNAME: 'ada', NEW_PASSWORD: 'Brand-new-horse-2', 'userAttributes.email': email },
    })
  expect(await refusalOf(exchange('eve@example.com'))).toBe(
    'InvalidParameterException: Cannot modify an already provided email',
  )
  expect(await refusalOf(exchange('ada@example.com'))).toBe('accepted')
})
