import { Secret, TOTP } from 'otpauth'
import { afterEach, describe, expect, test } from 'vitest'
import { answering, type CustomAuthScene, customAuthScene } from '../../../testing/custom-auth-scene.ts'
import { refusalOf } from '../../../testing/refusal-of.ts'
import { tokensOf } from '../../../testing/sign-in-scene.ts'

const wrongCredentials = 'NotAuthorizedException: Incorrect username or password.'
const spent = 'NotAuthorizedException: Invalid session for the user, session can only be used once.'
const email = { email: 'ada@example.com', email_verified: 'true' }
const hiding = { PreventUserExistenceErrors: 'ENABLED', ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH'] } as const

let scene: CustomAuthScene
afterEach(() => scene[Symbol.asyncDispose]())
async function open(...wishes: Parameters<typeof customAuthScene>) {
  scene = await customAuthScene(...wishes)
  return scene
}
async function withAda(...wishes: Parameters<typeof customAuthScene>) {
  const it = await open(...wishes)
  return { ...it, ada: await it.newUser('ada', { attributes: email }) }
}

describe('a sign-in by a question of the pool’s own functions', () => {
  test('begins with what they ask [D], and ends with tokens once the answer is right', async () => {
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

  test('tells them exactly what AWS tells them [D], and of an alias in force [O]', async () => {
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

  test('goes on after a wrong answer as they say: here twice more, and no further [D]', async () => {
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

  test('admits on the last try as on the first', async () => {
    const { start, reply } = await withAda()
    const third = await reply((await reply((await start('ada')).Session, '41')).Session, '43')
    expect((await reply(third.Session, '42')).AuthenticationResult).toBeDefined()
  })

  test('admits at once where they ask nothing', async () => {
    const { start } = await withAda({
      handlers: { DefineAuthChallenge: (event) => answering(event, { issueTokens: true }) },
    })
    expect((await start('ada')).AuthenticationResult).toBeDefined()
  })

  test('admits who has a temporary password, or forgot theirs: no password is asked for [O]', async () => {
    const { start, reply, newUser } = await open()
    await newUser('new', { status: 'FORCE_CHANGE_PASSWORD', temporaryUntil: 0 })
    await newUser('lost', { status: 'RESET_REQUIRED' })
    for (const USERNAME of ['new', 'lost']) {
      const { AuthenticationResult } = await reply((await start(USERNAME)).Session, '42', { USERNAME })
      expect(AuthenticationResult).toBeDefined()
    }
  })

  test('asks for no second factor without a password, as AWS has it [O]', async () => {
    const { start, reply, call, UserPoolId } = await withAda()
    await call('SetUserPoolMfaConfig', {
      UserPoolId,
      SoftwareTokenMfaConfiguration: { Enabled: true },
      MfaConfiguration: 'ON',
    })
    expect((await reply((await start('ada')).Session, '42')).AuthenticationResult).toBeDefined()
  })

  test('is the same for operators', async () => {
    const { call, UserPoolId, ClientId } = await withAda()
    const place = { UserPoolId, ClientId }
    const AuthParameters = { USERNAME: 'ada' }
    const { Session = '' } = await call('AdminInitiateAuth', { ...place, AuthFlow: 'CUSTOM_AUTH', AuthParameters })
    const answer = { ...place, ChallengeName: 'CUSTOM_CHALLENGE', Session } as const
    const ChallengeResponses = { USERNAME: 'ada', ANSWER: '42' }
    const { AuthenticationResult } = await call('AdminRespondToAuthChallenge', { ...answer, ChallengeResponses })
    expect(AuthenticationResult).toBeDefined()
  })

  test('tells them what the client adds to an answer, and not what it adds to the beginning [D]', async () => {
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
    expect(
      events.map(({ triggerSource, request }) => [triggerSource.split('_')[0], request['clientMetadata']]),
    ).toEqual([
      ['DefineAuthChallenge', undefined],
      ['CreateAuthChallenge', undefined],
      ['VerifyAuthChallengeResponse', ClientMetadata],
      ['DefineAuthChallenge', ClientMetadata],
      ['CreateAuthChallenge', ClientMetadata],
    ])
  })

  test('shows nobody what they keep to judge the answer', async () => {
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

  test('shows their numbers and truth values as texts, as Amplify’s own functions rely on [O]', async () => {
    const { start } = await withAda({
      handlers: {
        CreateAuthChallenge: (event) =>
          answering(event, { publicChallengeParameters: { trigger: true, USERNAME: 'eve' } }),
      },
    })
    expect((await start('ada')).ChallengeParameters).toEqual({ trigger: 'true', USERNAME: 'ada' })
  })
})

describe('with the password first', () => {
  const begun = async ({ call, ClientId, UserPoolId, clock }: CustomAuthScene, password?: string) => {
    const { srpClient } = await import('../../../testing/srp-client.ts')
    const srp = srpClient(UserPoolId)
    const AuthParameters = { USERNAME: 'ada', CHALLENGE_NAME: 'SRP_A', SRP_A: srp.SRP_A }
    const question = await call('InitiateAuth', { ClientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters })
    const parameters = question.ChallengeParameters ?? {}
    const ChallengeResponses = srp.answer(parameters, password ?? 'Correct-horse-1', clock.now())
    return { ChallengeName: question.ChallengeName, ClientId, ChallengeResponses }
  }

  test('they are told of each step [D]', async () => {
    const { events, proveSrp, reply, fired } = await withAda()
    const proof = await begun(scene)
    expect(proof.ChallengeName).toBe('PASSWORD_VERIFIER')
    expect(events[0]?.request.session).toEqual([
      { challengeName: 'SRP_A', challengeResult: true, challengeMetadata: null },
    ])
    expect(fired()).toEqual(['DefineAuthChallenge'])
    const question = await proveSrp(proof)
    expect(question.ChallengeName).toBe('CUSTOM_CHALLENGE')
    expect(events[0]?.request.session?.map(({ challengeName }) => challengeName)).toEqual([
      'SRP_A',
      'PASSWORD_VERIFIER',
    ])
    expect(fired()).toEqual(['DefineAuthChallenge', 'CreateAuthChallenge'])
    expect((await reply(question.Session, '42')).AuthenticationResult).toBeDefined()
    expect(events.at(-1)?.request.session?.map(({ challengeName }) => challengeName)).toEqual([
      'SRP_A',
      'PASSWORD_VERIFIER',
      'CUSTOM_CHALLENGE',
    ])
  })

  test('a wrong password is refused and counted, and they are not told', async () => {
    const { proveSrp, fired, bySrp } = await withAda()
    const proof = await begun(scene, 'Wrong-horse-1')
    fired()
    for (let attempt = 1; attempt <= 5; attempt++) expect(await refusalOf(proveSrp(proof))).toBe(wrongCredentials)
    expect(fired()).toEqual([])
    expect(await refusalOf(bySrp('ada'))).toBe('NotAuthorizedException: Password attempts exceeded')
  })

  test('a password proves itself once', async () => {
    const { proveSrp, fired } = await withAda()
    const proof = await begun(scene)
    await proveSrp(proof)
    fired()
    expect(await refusalOf(proveSrp(proof))).toBe(spent)
    expect(fired()).toEqual([])
  })

  test('a temporary password is exchanged before they are asked again', async () => {
    const { newUser, proveSrp, call, ClientId, fired } = await open()
    await newUser('ada', { status: 'FORCE_CHANGE_PASSWORD' })
    const { ChallengeName = 'PASSWORD', Session = '' } = await proveSrp(await begun(scene))
    expect(ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
    expect(fired()).toEqual(['DefineAuthChallenge'])
    const ChallengeResponses = { USERNAME: 'ada', NEW_PASSWORD: 'Brand-new-horse-2' }
    const next = await call('RespondToAuthChallenge', { ClientId, ChallengeName, Session, ChallengeResponses })
    expect(next.ChallengeName).toBe('CUSTOM_CHALLENGE')
    expect((await scene.reply(next.Session, '42')).AuthenticationResult).toBeDefined()
  })

  test('a second factor is asked for before they are asked again, and they are told of it [D]', async () => {
    const { proveSrp, call, UserPoolId, ClientId, reply, events } = await withAda()
    const { AccessToken } = tokensOf(await scene.bySrp('ada'))
    await call('SetUserPoolMfaConfig', {
      UserPoolId,
      SoftwareTokenMfaConfiguration: { Enabled: true },
      MfaConfiguration: 'ON',
    })
    const { SecretCode = '' } = await call('AssociateSoftwareToken', { AccessToken })
    const secret = Secret.fromBase32(SecretCode)
    const shown = () => TOTP.generate({ secret, timestamp: scene.clock.now() })
    await call('VerifySoftwareToken', { AccessToken, UserCode: shown() })
    await call('SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings: { Enabled: true } })
    scene.clock.advance(30_000)

    const { ChallengeName = 'PASSWORD', Session = '' } = await proveSrp(await begun(scene))
    expect(ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
    const ChallengeResponses = { USERNAME: 'ada', SOFTWARE_TOKEN_MFA_CODE: shown() }
    const next = await call('RespondToAuthChallenge', { ClientId, ChallengeName, Session, ChallengeResponses })
    expect(next.ChallengeName).toBe('CUSTOM_CHALLENGE')
    expect(events.at(-1)?.request.session).toEqual(
      ['SRP_A', 'PASSWORD_VERIFIER', 'SOFTWARE_TOKEN_MFA'].map((challengeName) => ({
        challengeName,
        challengeResult: true,
        challengeMetadata: null,
      })),
    )
    expect((await reply(next.Session, '42')).AuthenticationResult).toBeDefined()
  })

  test('whoever gives the user another password ends the sign-in', async () => {
    const { proveSrp, reply, call, UserPoolId, fired } = await withAda()
    const { Session } = await proveSrp(await begun(scene))
    await call('AdminSetUserPassword', { UserPoolId, Username: 'ada', Password: 'Brand-new-horse-2', Permanent: true })
    fired()
    expect(await refusalOf(reply(Session, '42'))).toBe(spent)
    expect(fired()).toEqual([])
  })

  test.each([
    ['another name', { CHALLENGE_NAME: 'SMS_MFA' }, 'InvalidParameterException: Invalid CHALLENGE_NAME.'],
    ['no half', { CHALLENGE_NAME: 'SRP_A' }, 'InvalidParameterException: Missing required parameter SRP_A'],
    ['half of nothing', { CHALLENGE_NAME: 'SRP_A', SRP_A: 'xyz' }, 'InvalidParameterException: Invalid SRP_A.'],
  ])('a beginning with %s is refused [K]', async (_what, more, refusal) => {
    const { start } = await withAda()
    expect(await refusalOf(start('ada', more))).toBe(refusal)
  })

  test('a client that names the custom challenge begins with it [D]', async () => {
    const { start } = await withAda()
    expect((await start('ada', { CHALLENGE_NAME: 'CUSTOM_CHALLENGE' })).ChallengeName).toBe('CUSTOM_CHALLENGE')
  })
})

describe('nobody', () => {
  test('is said to be nobody where the client may know, and no function is told', async () => {
    const { start, fired } = await open()
    expect(await refusalOf(start('eve'))).toBe('UserNotFoundException: User does not exist.')
    expect(fired()).toEqual([])
  })

  test('is asked as somebody is where it must not show, by functions that know [D]', async () => {
    const { newClient, start, reply, events, ada } = await withAda()
    const { ClientId } = await newClient(hiding)
    const questions = [await start('ada', {}, ClientId), await start('eve', {}, ClientId)]
    expect(Object.keys(questions[0] ?? {})).toEqual(Object.keys(questions[1] ?? {}))
    expect(questions[1]?.ChallengeParameters).toEqual({ ...questions[0]?.ChallengeParameters, USERNAME: 'eve' })
    const told = events.map(({ userName, request }) => [userName, request['userNotFound'], request['userAttributes']])
    const attributesOfAda = expect.objectContaining({ sub: ada.sub }) as unknown
    expect(told).toEqual([
      ['ada', false, attributesOfAda],
      ['ada', false, attributesOfAda],
      ['eve', true, {}],
      ['eve', true, {}],
    ])
    expect(await refusalOf(reply(questions[1]?.Session, '42', { USERNAME: 'eve', ClientId }))).toBe(wrongCredentials)
    expect(events.at(-2)?.request['userNotFound']).toBe(true)
  })

  test('gets no tokens, whatever a function says', async () => {
    const { newClient, start } = await open({
      handlers: { DefineAuthChallenge: (event) => answering(event, { issueTokens: true }) },
    })
    const { ClientId } = await newClient(hiding)
    expect(await refusalOf(start('eve', {}, ClientId))).toBe(wrongCredentials)
  })
})

describe('who may not sign in', () => {
  const states = [
    ['is not confirmed', { status: 'UNCONFIRMED' }, 'UserNotConfirmedException: User is not confirmed.'],
    ['is disabled', { enabled: false }, 'NotAuthorizedException: User is disabled.'],
  ] as const

  test.each(states)('and %s is told so before any function is [K]', async (_what, state, refusal) => {
    const { newUser, start, fired } = await open()
    await newUser('ada', state)
    expect(await refusalOf(start('ada'))).toBe(refusal)
    expect(fired()).toEqual([])
  })

  test.each(states)(
    'and %s is told so once the answer was right, where it must not show',
    async (_what, state, refusal) => {
      const { newUser, newClient, start, reply } = await open()
      await newUser('ada', state)
      const { ClientId } = await newClient(hiding)
      const { Session } = await start('ada', {}, ClientId)
      expect(await refusalOf(reply(Session, '42', { ClientId }))).toBe(refusal)
    },
  )

  test('since they were disabled or deleted meanwhile, does not', async () => {
    const { start, reply, call, UserPoolId, newUser } = await withAda()
    await newUser('ida')
    const [ofAda, ofIda] = [await start('ada'), await start('ida')]
    await call('AdminDisableUser', { UserPoolId, Username: 'ada' })
    await call('AdminDeleteUser', { UserPoolId, Username: 'ida' })
    expect(await refusalOf(reply(ofAda.Session, '42'))).toBe('NotAuthorizedException: User is disabled.')
    expect(await refusalOf(reply(ofIda.Session, '42', { USERNAME: 'ida' }))).toBe(
      'UserNotFoundException: User does not exist.',
    )
  })

  test('since a function disabled them in the last moment, does not', async () => {
    const { start, reply, handle, call, UserPoolId } = await withAda()
    const { Session } = await start('ada')
    handle({
      DefineAuthChallenge: async (event) => {
        await call('AdminDisableUser', { UserPoolId, Username: 'ada' })
        return answering(event, { issueTokens: true })
      },
    })
    expect(await refusalOf(reply(Session, '42'))).toBe('NotAuthorizedException: User is disabled.')
  })

  test('a function may change the user on the way, as many do', async () => {
    const { start, reply, handle, call, UserPoolId } = await withAda()
    const { Session } = await start('ada')
    const UserAttributes = [{ Name: 'name', Value: 'Ada' }]
    handle({
      DefineAuthChallenge: async (event) => {
        await call('AdminUpdateUserAttributes', { UserPoolId, Username: 'ada', UserAttributes })
        return answering(event, { issueTokens: true })
      },
    })
    expect((await reply(Session, '42')).AuthenticationResult).toBeDefined()
  })
})

describe('a session', () => {
  test('is good for one answer, right or wrong', async () => {
    const { start, reply, fired } = await withAda()
    const { Session } = await start('ada')
    await reply(Session, '41')
    fired()
    expect(await refusalOf(reply(Session, '42'))).toBe(spent)
    expect(fired()).toEqual([])
  })

  test('takes one of many answers that come at once: guesses cannot race', async () => {
    const { start, reply, fired } = await withAda()
    const { Session } = await start('ada')
    fired()
    const answers = Array.from({ length: 20 }, (_, at) => String(23 + at))
    const outcomes = await Promise.all(answers.map((answer) => refusalOf(reply(Session, answer))))
    expect(outcomes.filter((outcome) => outcome === spent)).toHaveLength(19)
    expect(fired().filter((trigger) => trigger === 'VerifyAuthChallengeResponse')).toHaveLength(1)
  })

  test('is spent even if a function fails [O]', async () => {
    const { start, reply, handle } = await withAda()
    const { Session } = await start('ada')
    handle({ VerifyAuthChallengeResponse: () => Promise.reject(new Error('try later')) })
    expect(await refusalOf(reply(Session, '42'))).toBe(
      'UserLambdaValidationException: VerifyAuthChallengeResponse failed with error try later.',
    )
    expect(await refusalOf(reply(Session, '42'))).toBe(spent)
  })

  test('is not spent by an answer without its form', async () => {
    const { start, reply, call, ClientId } = await withAda()
    const { Session = '' } = await start('ada')
    const answer = { ClientId, ChallengeName: 'CUSTOM_CHALLENGE', Session } as const
    expect(
      await refusalOf(call('RespondToAuthChallenge', { ...answer, ChallengeResponses: { USERNAME: 'ada' } })),
    ).toBe('InvalidParameterException: Missing required parameter ANSWER')
    expect((await reply(Session, '42')).AuthenticationResult).toBeDefined()
  })

  test('of each question lasts as long as its client says', async () => {
    const { start, reply, clock } = await withAda()
    const first = await start('ada')
    clock.advance(3 * 60_000 - 1)
    const second = await reply(first.Session, '41')
    clock.advance(3 * 60_000 - 1)
    const third = await reply(second.Session, '41')
    clock.advance(3 * 60_000)
    expect(await refusalOf(reply(third.Session, '42'))).toBe(
      'NotAuthorizedException: Invalid session for the user, session is expired.',
    )
  })

  test.each([
    ['keeps too much', { privateChallengeParameters: { answer: 'x'.repeat(1500) } }],
    ['names itself at too great length', { challengeMetadata: 'x'.repeat(1500) }],
  ])('holds so much; a function that %s is refused [K]', async (_what, response) => {
    const { start } = await withAda({ handlers: { CreateAuthChallenge: (event) => answering(event, response) } })
    expect(await refusalOf(start('ada'))).toBe(
      'InvalidLambdaResponseException: The challenge does not fit into the session.',
    )
  })

  test('holds so many rounds, and no more [K]', async () => {
    const { start, reply } = await withAda({
      handlers: { DefineAuthChallenge: (event) => answering(event, { challengeName: 'CUSTOM_CHALLENGE' }) },
    })
    let question = await start('ada')
    const rounds = async (): Promise<string> => {
      for (let round = 1; round < 100; round++) {
        const outcome = await refusalOf(reply(question.Session, '41').then((next) => (question = next)))
        if (outcome !== 'accepted') return `${round > 10} ${outcome}`
      }
      return 'for ever'
    }
    expect(await rounds()).toBe('true InvalidLambdaResponseException: The challenge does not fit into the session.')
  })
})

describe('it is refused', () => {
  test('to a client that does not allow it [O]', async () => {
    const { newClient, start, call, UserPoolId } = await withAda()
    const { ClientId } = await newClient({ ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] })
    expect(await refusalOf(start('ada', {}, ClientId))).toBe(
      'InvalidParameterException: CUSTOM_AUTH is not enabled for the client.',
    )
    const asked = { UserPoolId, ClientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME: 'ada' } } as const
    expect(await refusalOf(call('AdminInitiateAuth', asked))).toBe(
      'InvalidParameterException: Auth flow not enabled for this client',
    )
  })

  test.each([[{}], [{ ExplicitAuthFlows: ['CUSTOM_AUTH_FLOW_ONLY'] }]] as const)(
    'not to a client that allows it as %j [D]',
    async (settings) => {
      const { newClient, start } = await withAda()
      const { ClientId } = await newClient({ ExplicitAuthFlows: [], ...settings })
      expect((await start('ada', {}, ClientId)).ChallengeName).toBe('CUSTOM_CHALLENGE')
    },
  )

  test.each(['DefineAuthChallenge', 'CreateAuthChallenge', 'VerifyAuthChallengeResponse'] as const)(
    'in a pool without a %s function [O]',
    async (missing) => {
      const { call, UserPoolId, start, fired } = await withAda()
      const { LambdaConfig: { [missing]: _, ...LambdaConfig } = {} } =
        (await call('DescribeUserPool', { UserPoolId })).UserPool ?? {}
      await call('UpdateUserPool', { UserPoolId, LambdaConfig })
      expect(await refusalOf(start('ada'))).toBe(
        'InvalidParameterException: Custom auth lambda trigger is not configured for the user pool.',
      )
      expect(fired()).toEqual([])
    },
  )

  test('on a server without functions, as AWS refuses when one was deleted [D]', async () => {
    const { noFunctions } = await import('../../../functions/no-functions.ts')
    const { start } = await withAda({ functions: noFunctions })
    expect(await refusalOf(start('ada'))).toBe(
      'UnexpectedLambdaException: DefineAuthChallenge invocation failed due to error AccessDeniedException.',
    )
  })

  test.each<readonly [string, Record<string, unknown>]>([
    ['nothing', {}],
    ['a challenge of no known name', { challengeName: 'RIDDLE' }],
    ['a password that was not begun with', { challengeName: 'PASSWORD_VERIFIER' }],
    ['a second factor', { challengeName: 'SMS_MFA' }],
    ['neither yes nor no', { issueTokens: 'perhaps' }],
    ['a list for a name', { challengeName: ['CUSTOM_CHALLENGE'] }],
  ])('where a function wants %s [K]', async (_what, response) => {
    const { start } = await withAda({ handlers: { DefineAuthChallenge: (event) => answering(event, response) } })
    expect(await refusalOf(start('ada'))).toBe('InvalidLambdaResponseException: Unrecognizable lambda output')
  })

  test('where a function wants both to end and to admit [K]', async () => {
    const both = { issueTokens: true, failAuthentication: true }
    const { start } = await withAda({ handlers: { DefineAuthChallenge: (event) => answering(event, both) } })
    expect(await refusalOf(start('ada'))).toBe(wrongCredentials)
  })

  test.each(['DefineAuthChallenge', 'CreateAuthChallenge'] as const)(
    'with the error that %s throws [O]',
    async (trigger) => {
      const { start } = await withAda({ handlers: { [trigger]: () => Promise.reject(new Error('no')) } })
      expect(await refusalOf(start('ada'))).toBe(`UserLambdaValidationException: ${trigger} failed with error no.`)
    },
  )

  test('without the hash of a client’s secret', async () => {
    const { newClient, start, call } = await withAda()
    const { UserPoolClient } = await call('CreateUserPoolClient', {
      UserPoolId: scene.UserPoolId,
      ClientName: 'secret',
      GenerateSecret: true,
      ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH'],
    })
    expect(newClient).toBeDefined()
    const ClientId = UserPoolClient?.ClientId ?? ''
    expect(await refusalOf(start('ada', {}, ClientId))).toBe(
      `NotAuthorizedException: Client ${ClientId} is configured with secret but SECRET_HASH was not received`,
    )
  })
})

test('wrong answers to a function’s question lock nobody’s password, as on AWS [O]', async () => {
  const { start, reply, bySrp } = await withAda()
  for (let attempt = 1; attempt <= 6; attempt++) await reply((await start('ada')).Session, '41')
  expect((await bySrp('ada')).AuthenticationResult).toBeDefined()
})
