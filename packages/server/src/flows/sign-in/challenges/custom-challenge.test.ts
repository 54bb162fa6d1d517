import { afterEach, expect, test } from 'vitest'
import { type CustomAuthScene, customAuthScene, type CustomAuthWishes } from '../../../testing/custom-auth-scene.ts'
import { answering } from '../../../testing/recorded-functions.ts'
import { refusalOf } from '../../../testing/refusal-of.ts'
import { tokensOf } from '../../../testing/sign-in-scene.ts'

const wrongCredentials = 'NotAuthorizedException: Incorrect username or password.'
const email = { email: 'ada@example.com', email_verified: 'true' }

let scene: CustomAuthScene
afterEach(() => scene[Symbol.asyncDispose]())
const open = async (wishes?: CustomAuthWishes) => (scene = await customAuthScene(wishes))
async function withAda(wishes?: CustomAuthWishes) {
  const it = await open(wishes)
  return { ...it, ada: await it.newUser('ada', { attributes: email }) }
}

test('a sign-in by a question of the pool’s own functions begins with what they ask [D], and ends with tokens once the answer is right', async () => {
  const { ada, start, reply } = await withAda()
  const question = await start('ada')
  expect(question).toEqual({
    ChallengeName: 'CUSTOM_CHALLENGE',
    ChallengeParameters: { USERNAME: 'ada', question: 'How much is six times seven?' },
    Session: expect.stringMatching(/^[\w-]{20,2048}$/),
  })
  const { AuthenticationResult } = await reply(question.Session, '42')
  expect(AuthenticationResult).toMatchObject({ TokenType: 'Bearer', ExpiresIn: 3600 })
  const { UserAttributes } = await scene.call('GetUser', {
    AccessToken: tokensOf({ AuthenticationResult }).AccessToken,
  })
  expect(UserAttributes).toContainEqual({ Name: 'sub', Value: ada.sub })
})

test('a sign-in by a question of the pool’s own functions tells them exactly what AWS tells them [D], and of an alias in force [O]', async () => {
  const { ada, start, reply, events, UserPoolId, ClientId } = await withAda({ pool: { AliasAttributes: ['email'] } })
  await reply((await start('ada')).Session, '42')
  const userAttributes = {
    sub: ada.sub,
    'cognito:user_status': 'CONFIRMED',
    'cognito:email_alias': 'ada@example.com',
    ...email,
  }
  const event = (trigger: string, request: object, response: object) => ({
    version: '1',
    triggerSource: `${trigger}_Authentication`,
    region: 'us-east-1',
    userPoolId: UserPoolId,
    userName: 'ada',
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: ClientId },
    request: { userAttributes, ...request },
    response,
  })
  const define = (session: readonly object[]) =>
    event('DefineAuthChallenge', { session }, { challengeName: null, issueTokens: null, failAuthentication: null })
  expect(events).toEqual([
    define([]),
    event(
      'CreateAuthChallenge',
      { challengeName: 'CUSTOM_CHALLENGE', session: [] },
      { publicChallengeParameters: null, privateChallengeParameters: null, challengeMetadata: null },
    ),
    event(
      'VerifyAuthChallengeResponse',
      { privateChallengeParameters: { answer: '42' }, challengeAnswer: '42' },
      { answerCorrect: null },
    ),
    define([{ challengeName: 'CUSTOM_CHALLENGE', challengeResult: true, challengeMetadata: 'SUM' }]),
  ])
})

test('a sign-in by a question of the pool’s own functions goes on after a wrong answer as they say: here twice more, and no further [D]', async () => {
  const { start, reply, events, fired } = await withAda()
  const first = await start('ada')
  const second = await reply(first.Session, '41')
  expect(second.ChallengeName).toBe('CUSTOM_CHALLENGE')
  const third = await reply(second.Session, '43')
  expect(events.at(-1)?.request.session).toEqual([
    { challengeName: 'CUSTOM_CHALLENGE', challengeResult: false, challengeMetadata: 'SUM' },
    { challengeName: 'CUSTOM_CHALLENGE', challengeResult: false, challengeMetadata: 'SUM' },
  ])
  fired()
  expect(await refusalOf(reply(third.Session, '44'))).toBe(wrongCredentials)
  expect(fired()).toEqual(['VerifyAuthChallengeResponse', 'DefineAuthChallenge'])
})

test('a sign-in by a question of the pool’s own functions admits on the last try as on the first', async () => {
  const { start, reply } = await withAda()
  const third = await reply((await reply((await start('ada')).Session, '41')).Session, '43')
  expect((await reply(third.Session, '42')).AuthenticationResult).toBeDefined()
})

test('a sign-in by a question of the pool’s own functions admits at once where they ask nothing', async () => {
  const { start } = await withAda({
    handlers: { DefineAuthChallenge: (event) => answering(event, { issueTokens: true }) },
  })
  expect((await start('ada')).AuthenticationResult).toBeDefined()
})

test('a sign-in by a question of the pool’s own functions admits who has a temporary password, or forgot theirs: no password is asked for [O]', async () => {
  const { start, reply, newUser } = await open()
  await newUser('new', { status: 'FORCE_CHANGE_PASSWORD', temporaryUntil: 0 })
  await newUser('lost', { status: 'RESET_REQUIRED' })
  for (const USERNAME of ['new', 'lost']) {
    const { AuthenticationResult } = await reply((await start(USERNAME)).Session, '42', { USERNAME })
    expect(AuthenticationResult).toBeDefined()
  }
})

test('a sign-in by a question of the pool’s own functions asks for no second factor without a password, as AWS has it [O]', async () => {
  const { start, reply, call, UserPoolId } = await withAda()
  await call('SetUserPoolMfaConfig', {
    UserPoolId,
    SoftwareTokenMfaConfiguration: { Enabled: true },
    MfaConfiguration: 'ON',
  })
  expect((await reply((await start('ada')).Session, '42')).AuthenticationResult).toBeDefined()
})

test('a sign-in by a question of the pool’s own functions is the same for operators', async () => {
  const { call, UserPoolId, ClientId } = await withAda()
  const place = { UserPoolId, ClientId }
  const AuthParameters = { USERNAME: 'ada' }
  const { Session = '' } = await call('AdminInitiateAuth', { ...place, AuthFlow: 'CUSTOM_AUTH', AuthParameters })
  const answer = { ...place, ChallengeName: 'CUSTOM_CHALLENGE', Session } as const
  const ChallengeResponses = { USERNAME: 'ada', ANSWER: '42' }
  const { AuthenticationResult } = await call('AdminRespondToAuthChallenge', { ...answer, ChallengeResponses })
  expect(AuthenticationResult).toBeDefined()
})

test('a sign-in by a question of the pool’s own functions tells them what the client adds to an answer, and not what it adds to the beginning [D]', async () => {
  const { call, reply, events, ClientId } = await withAda()
  const ClientMetadata = { device: 'phone' }
  const AuthParameters = { USERNAME: 'ada' }
  const { Session } = await call('InitiateAuth', {
    ClientId,
    AuthFlow: 'CUSTOM_AUTH',
    AuthParameters,
    ClientMetadata,
  })
  await reply(Session, '41', { ClientMetadata })
  expect(events.map(({ triggerSource, request }) => [triggerSource.split('_')[0], request['clientMetadata']])).toEqual([
    ['DefineAuthChallenge', undefined],
    ['CreateAuthChallenge', undefined],
    ['VerifyAuthChallengeResponse', ClientMetadata],
    ['DefineAuthChallenge', ClientMetadata],
    ['CreateAuthChallenge', ClientMetadata],
  ])
})

test('a sign-in by a question of the pool’s own functions shows nobody what they keep to judge the answer', async () => {
  const secret = 'the-private-answer'
  const { start } = await withAda({
    handlers: {
      CreateAuthChallenge: (event) => answering(event, { privateChallengeParameters: { secret } }),
    },
  })
  const question = await start('ada')
  const carried = Buffer.from(question.Session ?? '', 'base64url').toString('latin1')
  expect(JSON.stringify(question) + carried).not.toContain(secret)
  expect(question.ChallengeParameters).toEqual({ USERNAME: 'ada' })
})

test('a sign-in by a question of the pool’s own functions shows their numbers and truth values as texts, as Amplify’s own functions rely on [O]', async () => {
  const { start } = await withAda({
    handlers: {
      CreateAuthChallenge: (event) =>
        answering(event, { publicChallengeParameters: { trigger: true, USERNAME: 'eve' } }),
    },
  })
  expect((await start('ada')).ChallengeParameters).toEqual({ trigger: 'true', USERNAME: 'ada' })
})
