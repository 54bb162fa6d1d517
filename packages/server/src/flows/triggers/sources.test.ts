import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { always, deviceScene } from '../../testing/device-scene.ts'
import { goodPassword } from '../../testing/good-password.ts'
import { emailMfa, mfaScene, type MfaScene } from '../../testing/mfa-scene.ts'
import { listOf } from '../../testing/people.ts'
import { easyHandlers } from '../../testing/easy-handlers.ts'
import { answering, recordedFunctions, unmoved } from '../../testing/recorded-functions.ts'
import { tokensOf } from '../../testing/sign-in-scene.ts'
import { srpClient } from '../../testing/srp-client.ts'

// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html#lambda-triggers-by-event

const recorded = recordedFunctions(easyHandlers)

let scene: MfaScene
let people = 0
let name = ''
let address = ''
beforeAll(async () => {
  const { functions, LambdaConfig } = recorded
  const SignInPolicy = { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } as const
  const pool = { LambdaConfig, Policies: { SignInPolicy }, AutoVerifiedAttributes: ['email'] } as const
  scene = await mfaScene({ MfaConfiguration: 'OFF' }, { functions, pool })
})
beforeEach(() => {
  name = `user-${(people += 1)}`
  address = `${name}@example.com`
})
afterAll(() => scene[Symbol.asyncDispose]())

const all = ['ALLOW_CUSTOM_AUTH', 'ALLOW_USER_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH'] as const
async function client() {
  return (await scene.newClient({ ExplicitAuthFlows: [...all, 'ALLOW_REFRESH_TOKEN_AUTH'] })).ClientId
}
const UserAttributes = () => listOf({ email: address })
const known = (more = {}) => scene.newUser(name, { attributes: { email: address, email_verified: 'true' }, ...more })
/** What fired since the scene was set. */
const since = () => recorded.fired()

async function signsUp(ClientId: string) {
  await scene.call('SignUp', { ClientId, Username: name, Password: goodPassword, UserAttributes: UserAttributes() })
}
async function begins(AuthFlow: 'CUSTOM_AUTH' | 'USER_AUTH' | 'USER_PASSWORD_AUTH', more = {}) {
  const ClientId = await client()
  since()
  const AuthParameters = { USERNAME: name, ...more }
  return { ClientId, ...(await scene.call('InitiateAuth', { ClientId, AuthFlow, AuthParameters })) }
}
type Question = Awaited<ReturnType<typeof begins>>
async function answers({ ClientId, ChallengeName = 'PASSWORD', Session }: Question, given: Record<string, string>) {
  const ChallengeResponses = { USERNAME: name, ...given }
  const session = Session === undefined ? {} : { Session }
  const answer = { ClientId, ChallengeName, ...session, ChallengeResponses }
  return { ClientId, ...(await scene.call('RespondToAuthChallenge', answer)) }
}

const flows: Readonly<Record<string, readonly [flow: () => Promise<unknown>, sources: readonly string[]]>> = {
  'signing up': [async () => signsUp(await client()), ['PreSignUp_SignUp', 'CustomMessage_SignUp']],
  'signing up where a function confirms': [
    async () => {
      const ClientId = await client()
      recorded.handle({ PreSignUp: (event) => answering(event, { autoConfirmUser: true }) })
      await signsUp(ClientId)
      recorded.handle({ PreSignUp: unmoved })
    },
    ['PreSignUp_SignUp', 'PostConfirmation_ConfirmSignUp'],
  ],
  'asking for another code': [
    async () => {
      const ClientId = await client()
      await signsUp(ClientId)
      since()
      await scene.call('ResendConfirmationCode', { ClientId, Username: name })
    },
    ['CustomMessage_ResendCode'],
  ],
  'confirming with the code': [
    async () => {
      const ClientId = await client()
      await signsUp(ClientId)
      since()
      await scene.call('ConfirmSignUp', { ClientId, Username: name, ConfirmationCode: await scene.codeTo(address) })
    },
    ['PostConfirmation_ConfirmSignUp'],
  ],
  'being confirmed by an administrator': [
    async () => {
      await signsUp(await client())
      since()
      await scene.call('AdminConfirmSignUp', { UserPoolId: scene.UserPoolId, Username: name })
    },
    ['PostConfirmation_ConfirmSignUp'],
  ],
  'being made by an administrator': [
    () => scene.call('AdminCreateUser', invited()),
    ['PreSignUp_AdminCreateUser', 'CustomMessage_AdminCreateUser'],
  ],
  'being invited again': [
    async () => {
      await scene.call('AdminCreateUser', invited())
      since()
      await scene.call('AdminCreateUser', { ...invited(), MessageAction: 'RESEND' })
    },
    ['CustomMessage_AdminCreateUser'],
  ],
  'signing in by password': [
    async () => {
      await known()
      await begins('USER_PASSWORD_AUTH', { PASSWORD: goodPassword })
    },
    ['PreAuthentication_Authentication', 'PostAuthentication_Authentication', 'TokenGeneration_Authentication'],
  ],
  'signing in with a wrong password': [
    async () => {
      await known()
      await begins('USER_PASSWORD_AUTH', { PASSWORD: 'Wrong-horse-1' }).catch(() => undefined)
    },
    ['PreAuthentication_Authentication'],
  ],
  'signing in by SRP': [
    async () => {
      await known()
      const ClientId = await client()
      since()
      await scene.bySrp(name, goodPassword, ClientId)
    },
    ['PreAuthentication_Authentication', 'PostAuthentication_Authentication', 'TokenGeneration_Authentication'],
  ],
  'signing in by choice, with a code': [
    async () => {
      await known()
      const question = await begins('USER_AUTH', { PREFERRED_CHALLENGE: 'EMAIL_OTP' })
      await answers(question, { EMAIL_OTP_CODE: await scene.codeTo(address) })
    },
    [
      'PreAuthentication_Authentication',
      'CustomMessage_Authentication',
      'PostAuthentication_Authentication',
      'TokenGeneration_Authentication',
    ],
  ],
  'signing in by the code that confirmed the sign-up': [
    async () => {
      const ClientId = await client()
      await signsUp(ClientId)
      const ConfirmationCode = await scene.codeTo(address)
      const { Session = '' } = await scene.call('ConfirmSignUp', { ClientId, Username: name, ConfirmationCode })
      since()
      await scene.call('InitiateAuth', { ClientId, AuthFlow: 'USER_AUTH', Session, AuthParameters: { USERNAME: name } })
    },
    ['PreAuthentication_Authentication', 'PostAuthentication_Authentication', 'TokenGeneration_Authentication'],
  ],
  'signing in with a temporary password': [
    async () => {
      await known({ status: 'FORCE_CHANGE_PASSWORD' })
      const question = await begins('USER_PASSWORD_AUTH', { PASSWORD: goodPassword })
      await answers(question, { NEW_PASSWORD: 'Brand-new-horse-2' })
    },
    ['PreAuthentication_Authentication', 'PostAuthentication_Authentication', 'TokenGeneration_NewPasswordChallenge'],
  ],
  'signing in by a function’s question': [
    async () => {
      await known()
      await answers(await begins('CUSTOM_AUTH'), { ANSWER: '42' })
    },
    [
      'PreAuthentication_Authentication',
      'DefineAuthChallenge_Authentication',
      'CreateAuthChallenge_Authentication',
      'VerifyAuthChallengeResponse_Authentication',
      'DefineAuthChallenge_Authentication',
      'PostAuthentication_Authentication',
      'TokenGeneration_Authentication',
    ],
  ],
  'signing in by password and a function’s question': [
    async () => {
      await known()
      const srp = srpClient(scene.UserPoolId)
      const proof = await begins('CUSTOM_AUTH', { CHALLENGE_NAME: 'SRP_A', SRP_A: srp.SRP_A })
      const claim = srp.answer(proof.ChallengeParameters ?? {}, goodPassword, scene.clock.now())
      await answers(await answers(proof, claim), { ANSWER: '42' })
    },
    [
      'PreAuthentication_Authentication',
      'DefineAuthChallenge_Authentication',
      'DefineAuthChallenge_Authentication',
      'CreateAuthChallenge_Authentication',
      'VerifyAuthChallengeResponse_Authentication',
      'DefineAuthChallenge_Authentication',
      'PostAuthentication_Authentication',
      'TokenGeneration_Authentication',
    ],
  ],
  refreshing: [
    async () => {
      await known()
      const { ClientId, ...signedIn } = await begins('USER_PASSWORD_AUTH', { PASSWORD: goodPassword })
      since()
      await scene.refresh(tokensOf(signedIn).RefreshToken, ClientId)
    },
    ['TokenGeneration_RefreshTokens'],
  ],
  'exchanging a refresh token': [
    async () => {
      await known()
      const { ClientId, ...signedIn } = await begins('USER_PASSWORD_AUTH', { PASSWORD: goodPassword })
      since()
      await scene.call('GetTokensFromRefreshToken', { ClientId, RefreshToken: tokensOf(signedIn).RefreshToken })
    },
    ['TokenGeneration_Authentication'],
  ],
  'forgetting a password': [
    async () => {
      await known()
      await scene.call('ForgotPassword', { ClientId: await client(), Username: name })
    },
    ['CustomMessage_ForgotPassword'],
  ],
  'recovering a password': [
    async () => {
      await known()
      const ClientId = await client()
      await scene.call('ForgotPassword', { ClientId, Username: name })
      const ConfirmationCode = await scene.codeTo(address)
      const Password = 'Brand-new-horse-2'
      await scene.call('ConfirmForgotPassword', { ClientId, Username: name, ConfirmationCode, Password })
    },
    ['CustomMessage_ForgotPassword', 'PostConfirmation_ConfirmForgotPassword'],
  ],
  'changing, verifying and reading oneself, and signing out': [
    async () => {
      await known()
      const { AccessToken } = tokensOf(await begins('USER_PASSWORD_AUTH', { PASSWORD: goodPassword }))
      since()
      await scene.call('GetUser', { AccessToken })
      await scene.call('UpdateUserAttributes', { AccessToken, UserAttributes: listOf({ email: `new-${address}` }) })
      const Code = await scene.codeTo(`new-${address}`)
      await scene.call('VerifyUserAttribute', { AccessToken, AttributeName: 'email', Code })
      await scene.call('GetUserAttributeVerificationCode', { AccessToken, AttributeName: 'email' })
      const ProposedPassword = 'Brand-new-horse-2'
      await scene.call('ChangePassword', { AccessToken, PreviousPassword: goodPassword, ProposedPassword })
      await scene.call('GlobalSignOut', { AccessToken })
    },
    ['CustomMessage_UpdateUserAttribute', 'CustomMessage_VerifyUserAttribute'],
  ],
  'what an administrator does to a user': [
    async () => {
      await known()
      const who = { UserPoolId: scene.UserPoolId, Username: name }
      await scene.call('AdminUpdateUserAttributes', { ...who, UserAttributes: listOf({ name: 'Ada' }) })
      await scene.call('AdminSetUserPassword', { ...who, Password: goodPassword, Permanent: true })
      await scene.call('AdminResetUserPassword', who)
      await scene.call('AdminDisableUser', who)
      await scene.call('AdminEnableUser', who)
      await scene.call('AdminDeleteUser', who)
    },
    ['CustomMessage_ForgotPassword'],
  ],
}

const invited = () => ({
  UserPoolId: scene.UserPoolId,
  Username: name,
  TemporaryPassword: goodPassword,
  UserAttributes: listOf({ email: address }),
  DesiredDeliveryMediums: ['EMAIL' as const],
})

test.each(Object.entries(flows))('%s fires these sources in this order, and no others [D]', async (_flow, row) => {
  const [flow, sources] = row
  since()
  await flow()
  expect(since()).toEqual(sources)
})

test('signing in from a remembered device has a source of its own [D]', async () => {
  const own = recordedFunctions({ PreTokenGeneration: unmoved })
  const { functions, LambdaConfig } = own
  await using devices = await deviceScene(always, { functions, pool: { LambdaConfig } })
  await devices.newUser('ada')
  const { device } = await devices.confirms(await devices.byPassword('ada'))
  own.fired()
  await devices.proves(await devices.byPasswordOn(device.key), device)
  expect(own.fired()).toEqual(['TokenGeneration_AuthenticateDevice'])
})

test('signing in with a second factor fires what signing in does, once [D]', async () => {
  await known()
  await scene.configure({ MfaConfiguration: 'OPTIONAL', ...emailMfa })
  const { UserPoolId } = scene
  await scene.call('AdminSetUserMFAPreference', { UserPoolId, Username: name, EmailMfaSettings: { Enabled: true } })
  const question = await begins('USER_PASSWORD_AUTH', { PASSWORD: goodPassword })
  await answers(question, { EMAIL_OTP_CODE: await scene.codeTo(address) })
  await scene.configure({ MfaConfiguration: 'OFF' })
  expect(since()).toEqual([
    'PreAuthentication_Authentication',
    'CustomMessage_Authentication',
    'PostAuthentication_Authentication',
    'TokenGeneration_Authentication',
  ])
})
