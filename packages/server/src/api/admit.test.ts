import { userPools } from '@cognate/wire/user-pools-service.ts'
import type { OperationName, Operations } from '@cognate/wire/user-pools.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SignInScene, signInScene, tokensOf } from '../testing/sign-in-scene.ts'
import { knock, requestFor } from '../testing/world.ts'

let scene: SignInScene
beforeAll(async () => {
  scene = await signInScene({}, { lessor: 'process' })
  scene.clock.advance(1000)
})
afterAll(() => scene[Symbol.asyncDispose]())

const place = { account: '000000000000', region: 'us-east-1' }

async function answerTo<Name extends OperationName>(name: Name, input: Operations[Name]['input']) {
  const { door, clock } = scene
  return knock(door, requestFor(`${userPools.targetPrefix}.${name}`, JSON.stringify(input), clock.now()))
}

/** The errors of so many equal calls in one second, in the order of the calls, `ok` for none. */
async function outcomes<Name extends OperationName>(times: number, name: Name, input: Operations[Name]['input']) {
  scene.clock.advance(1000)
  const answers: string[] = []
  for (let call = 0; call < times; call++) {
    const { status, body } = await answerTo(name, input)
    answers.push(status === 200 ? 'ok' : (JSON.parse(String(body)) as { readonly __type: string }).__type)
  }
  return answers
}

const throttled = (answers: readonly string[]) => answers.indexOf('TooManyRequestsException')

test('[O] who asks too often is told so with AWS’s sentence, status 400, and when to come back', async () => {
  const LimitDefinition = { LimitClass: 'API_CATEGORY', Attributes: { Category: 'UserRead' } } as const
  scene.clock.advance(1000)
  expect(await answerTo('GetProvisionedLimit', { LimitDefinition })).toMatchObject({ status: 200 })
  const { status, headers, body } = await answerTo('GetProvisionedLimit', { LimitDefinition })
  expect(status).toBe(400)
  expect(JSON.parse(String(body))).toEqual({ __type: 'TooManyRequestsException', message: 'Rate exceeded' })
  expect(headers).toMatchObject({
    'retry-after': '1',
    'x-amzn-errortype': 'TooManyRequestsException:',
    'access-control-expose-headers': expect.stringContaining('Retry-After'),
  })
  scene.clock.advance(1000)
  expect(await answerTo('GetProvisionedLimit', { LimitDefinition })).toMatchObject({ status: 200 })
})

test('[D] the operations of a category share its rate; what was set for the account holds from the next second', async () => {
  const { UserPoolId } = scene
  const { quotas, decide } = scene.world.store
  await decide([quotas.set(place, 'UserPoolRead', 3)])
  expect(throttled(await outcomes(5, 'DescribeUserPool', { UserPoolId }))).toBe(3)
  expect(await answerTo('ListUserPools', { MaxResults: 1 })).toMatchObject({ status: 400 })
  await decide([quotas.set(place, 'UserPoolRead', 4)])
  expect(throttled(await outcomes(5, 'ListUserPools', { MaxResults: 1 }))).toBe(4)
})

test('[D] an operation may be called five times a second for one pool, and for another one still', async () => {
  const { UserPoolId } = scene
  expect(throttled(await outcomes(7, 'ListGroups', { UserPoolId }))).toBe(5)
  const other = (await scene.call('CreateUserPool', { PoolName: 'p' })).UserPool?.Id ?? ''
  expect(await answerTo('ListGroups', { UserPoolId: other })).toMatchObject({ status: 200 })
})

test('[D] a user may be read ten times a second, by whatever operation and name; others go on', async () => {
  const { UserPoolId } = scene
  await scene.newUser('ada')
  await scene.newUser('ben')
  expect(throttled(await outcomes(11, 'AdminGetUser', { UserPoolId, Username: 'ada' }))).toBe(10)
  const groups = { UserPoolId, Username: 'ADA' }
  expect(JSON.parse(String((await answerTo('AdminListGroupsForUser', groups)).body))).toMatchObject({
    __type: 'TooManyRequestsException',
  })
  expect(await answerTo('AdminGetUser', { UserPoolId, Username: 'ben' })).toMatchObject({ status: 200 })
})

test('[D] who holds an access token is counted as who they are', async () => {
  await scene.newUser('cleo')
  scene.clock.advance(1000)
  const { AccessToken } = tokensOf(await scene.byPassword('cleo'))
  expect(throttled(await outcomes(11, 'GetUser', { AccessToken }))).toBe(10)
})

test('[K] names of nobody are counted as those of users are, so that neither tells whether there is one', async () => {
  const input = (USERNAME: string) => ({
    ClientId: scene.ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH' as const,
    AuthParameters: { USERNAME, PASSWORD: 'wrong' },
  })
  await scene.newUser('dora')
  expect(throttled(await outcomes(11, 'InitiateAuth', input('dora')))).toBe(10)
  expect(throttled(await outcomes(11, 'InitiateAuth', input('nobody')))).toBe(10)
})

test('[D] clients that anybody calls count for the account of their pool', async () => {
  const { quotas, decide } = scene.world.store
  await decide([quotas.set(place, 'UserCreation', 2)])
  const { ClientId } = scene
  scene.clock.advance(1000)
  const names = ['e1', 'e2', 'e3']
  const statuses = []
  for (const Username of names)
    statuses.push((await answerTo('SignUp', { ClientId, Username, Password: 'Correct-horse-1' })).status)
  expect(statuses).toEqual([200, 200, 400])
})

test('[D] answers to challenges have three times the rate of sign-ins, and beyond that take from it', async () => {
  const { quotas, decide } = scene.world.store
  await decide([quotas.set(place, 'UserAuthentication', 2)])
  const answer = {
    ClientId: scene.ClientId,
    ChallengeName: 'SMS_MFA' as const,
    Session: 'x'.repeat(20),
    ChallengeResponses: {},
  }
  expect(throttled(await outcomes(10, 'RespondToAuthChallenge', answer))).toBe(3 * 2 + 2)
  const signIn = { ClientId: scene.ClientId, AuthFlow: 'USER_PASSWORD_AUTH' as const, AuthParameters: {} }
  expect(JSON.parse(String((await answerTo('InitiateAuth', signIn)).body))).toMatchObject({
    __type: 'TooManyRequestsException',
  })
})

test('[K] a client or a session that leads nowhere is refused as ever, however often it is tried', async () => {
  const input = { ClientId: 'a'.repeat(26), Username: 'ada', Password: 'Correct-horse-1' }
  expect(new Set(await outcomes(60, 'SignUp', input))).toEqual(new Set(['ResourceNotFoundException']))
  const session = { Session: 'x'.repeat(30) }
  expect(new Set(await outcomes(40, 'AssociateSoftwareToken', session))).toEqual(new Set(['NotAuthorizedException']))
})
