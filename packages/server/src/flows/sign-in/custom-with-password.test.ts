import { Secret, TOTP } from 'otpauth'
import { afterEach, expect, test } from 'vitest'
import { type CustomAuthScene, customAuthScene, type CustomAuthWishes } from '../../testing/custom-auth-scene.ts'
import { answering } from '../../testing/recorded-functions.ts'
import { goodPassword } from '../../testing/good-password.ts'
import { refusalOf } from '../../testing/refusal-of.ts'
import { srpClient } from '../../testing/srp-client.ts'
import { tokensOf } from '../../testing/sign-in-scene.ts'

const wrongCredentials = 'NotAuthorizedException: Incorrect username or password.'
const spent = 'NotAuthorizedException: Invalid session for the user, session can only be used once.'
const email = { email: 'ada@example.com', email_verified: 'true' }

let scene: CustomAuthScene
afterEach(() => scene[Symbol.asyncDispose]())
const open = async (wishes?: CustomAuthWishes) => (scene = await customAuthScene(wishes))
async function withAda(wishes?: CustomAuthWishes) {
  const it = await open(wishes)
  return { ...it, ada: await it.newUser('ada', { attributes: email }) }
}

const begun = async ({ call, ClientId, UserPoolId, clock }: CustomAuthScene, password = goodPassword) => {
  const srp = srpClient(UserPoolId)
  const AuthParameters = { USERNAME: 'ada', CHALLENGE_NAME: 'SRP_A', SRP_A: srp.SRP_A }
  const question = await call('InitiateAuth', { ClientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters })
  const parameters = question.ChallengeParameters ?? {}
  const ChallengeResponses = srp.answer(parameters, password, clock.now())
  return { ChallengeName: question.ChallengeName, ClientId, ChallengeResponses }
}

test('with the password first, they are told of each step [D]', async () => {
  const { events, proveSrp, reply, fired } = await withAda()
  const proof = await begun(scene)
  expect(proof.ChallengeName).toBe('PASSWORD_VERIFIER')
  expect(events[0]?.request.session).toEqual([
    { challengeName: 'SRP_A', challengeResult: true, challengeMetadata: null },
  ])
  expect(fired()).toEqual(['DefineAuthChallenge'])
  const question = await proveSrp(proof)
  expect(question.ChallengeName).toBe('CUSTOM_CHALLENGE')
  expect(events[0]?.request.session?.map(({ challengeName }) => challengeName)).toEqual(['SRP_A', 'PASSWORD_VERIFIER'])
  expect(fired()).toEqual(['DefineAuthChallenge', 'CreateAuthChallenge'])
  expect((await reply(question.Session, '42')).AuthenticationResult).toBeDefined()
  expect(events.at(-1)?.request.session?.map(({ challengeName }) => challengeName)).toEqual([
    'SRP_A',
    'PASSWORD_VERIFIER',
    'CUSTOM_CHALLENGE',
  ])
})

test('with the password first, a wrong password is refused and counted, and they are not told', async () => {
  const { proveSrp, fired, bySrp } = await withAda()
  const proof = await begun(scene, 'Wrong-horse-1')
  fired()
  for (let attempt = 1; attempt <= 5; attempt++) expect(await refusalOf(proveSrp(proof))).toBe(wrongCredentials)
  expect(fired()).toEqual([])
  expect(await refusalOf(bySrp('ada'))).toBe('NotAuthorizedException: Password attempts exceeded')
})

test('with the password first, a password proves itself once', async () => {
  const { proveSrp, fired } = await withAda()
  const proof = await begun(scene)
  await proveSrp(proof)
  fired()
  expect(await refusalOf(proveSrp(proof))).toBe(spent)
  expect(fired()).toEqual([])
})

test('with the password first, a temporary password is exchanged before they are asked again', async () => {
  const { newUser, proveSrp, call, ClientId, fired, events } = await open()
  await newUser('ada', { status: 'FORCE_CHANGE_PASSWORD' })
  const { ChallengeName = 'PASSWORD', Session = '' } = await proveSrp(await begun(scene))
  expect(ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
  expect(fired()).toEqual(['DefineAuthChallenge'])
  const ChallengeResponses = { USERNAME: 'ada', NEW_PASSWORD: 'Brand-new-horse-2' }
  const next = await call('RespondToAuthChallenge', { ClientId, ChallengeName, Session, ChallengeResponses })
  expect(next.ChallengeName).toBe('CUSTOM_CHALLENGE')
  expect(events[0]?.request.session?.map(({ challengeName }) => challengeName)).toEqual(['SRP_A', 'PASSWORD_VERIFIER'])
  expect((await scene.reply(next.Session, '42')).AuthenticationResult).toBeDefined()
})

test('with the password first, they cannot ask for it again [K]', async () => {
  const { proveSrp } = await withAda({
    handlers: { DefineAuthChallenge: (event) => answering(event, { challengeName: 'PASSWORD_VERIFIER' }) },
  })
  expect(await refusalOf(proveSrp(await begun(scene)))).toBe(
    'InvalidLambdaResponseException: Unrecognizable lambda output',
  )
})

test('with the password first, a second factor is asked for before they are asked again, and they are told of it [D]', async () => {
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

test('with the password first, whoever gives the user another password ends the sign-in', async () => {
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

test('with the password first, a client that names the custom challenge begins with it [D]', async () => {
  const { start } = await withAda()
  expect((await start('ada', { CHALLENGE_NAME: 'CUSTOM_CHALLENGE' })).ChallengeName).toBe('CUSTOM_CHALLENGE')
})
