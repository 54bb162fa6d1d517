import { afterAll, beforeAll, expect, test } from 'vitest'
import { mfaScene, smsMfa, softwareTokenMfa, wrongFor } from '../testing/mfa-scene.ts'
import { refusedWith } from '../testing/refused-with.ts'
import { signInScene, type SignInScene, tokensOf } from '../testing/sign-in-scene.ts'

// Errors of an operation that its own tests do not see, because they see them of a neighbour with the same rule.

let scene: SignInScene
let plain = ''
const Policies = { PasswordPolicy: { MinimumLength: 8, PasswordHistorySize: 2 } }
beforeAll(async () => {
  scene = await signInScene({ Policies })
  plain = (await scene.call('CreateUserPool', { PoolName: 'plain', UserPoolTier: 'LITE' })).UserPool?.Id ?? ''
  await scene.newUser('ada')
  await scene.newUser('new', { status: 'FORCE_CHANGE_PASSWORD' })
})
afterAll(() => scene[Symbol.asyncDispose]())

const adminSignIn = (USERNAME: string) => {
  const { UserPoolId, ClientId } = scene
  const AuthParameters = { USERNAME, PASSWORD: 'Correct-horse-1' }
  return scene.call('AdminInitiateAuth', {
    UserPoolId,
    ClientId,
    AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
    AuthParameters,
  })
}

async function newPassword(NEW_PASSWORD: string, door: 'AdminRespondToAuthChallenge' | 'RespondToAuthChallenge') {
  const { UserPoolId, ClientId } = scene
  const { Session } = await adminSignIn('new')
  const ChallengeResponses = { USERNAME: 'new', NEW_PASSWORD }
  const answer = { ClientId, ChallengeName: 'NEW_PASSWORD_REQUIRED', Session, ChallengeResponses } as const
  return door === 'RespondToAuthChallenge'
    ? scene.call('RespondToAuthChallenge', answer)
    : scene.call('AdminRespondToAuthChallenge', { ...answer, UserPoolId })
}

const passwordless = { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } } } as const
const reserved = { UserPoolTags: { 'aws:x': '' } }
const byChoice = { ExplicitAuthFlows: ['ALLOW_USER_AUTH'] } as const
const implicit = {
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ['client_credentials', 'code'],
  AllowedOAuthScopes: ['openid'],
} as const

test.each<[string, RegExp, () => Promise<unknown>]>([
  [
    'CreateUserPool',
    /^FeatureUnavailableInTierException/,
    () => scene.call('CreateUserPool', { PoolName: 'p', UserPoolTier: 'LITE', ...passwordless }),
  ],
  [
    'UpdateUserPool',
    /^FeatureUnavailableInTierException/,
    () => scene.call('UpdateUserPool', { UserPoolId: plain, ...passwordless }),
  ],
  ['CreateUserPool', /^UserPoolTaggingException/, () => scene.call('CreateUserPool', { PoolName: 'p', ...reserved })],
  [
    'UpdateUserPool',
    /^UserPoolTaggingException/,
    () => scene.call('UpdateUserPool', { UserPoolId: plain, ...reserved }),
  ],
  [
    'UpdateUserPoolClient',
    /^InvalidOAuthFlowException/,
    () => scene.call('UpdateUserPoolClient', { UserPoolId: scene.UserPoolId, ClientId: scene.ClientId, ...implicit }),
  ],
  [
    'CreateUserPoolClient',
    /^FeatureUnavailableInTierException/,
    () => scene.call('CreateUserPoolClient', { UserPoolId: plain, ClientName: 'c', ...byChoice }),
  ],
  [
    'UpdateUserPoolClient',
    /^FeatureUnavailableInTierException/,
    async () => {
      const { UserPoolClient } = await scene.call('CreateUserPoolClient', { UserPoolId: plain, ClientName: 'c' })
      const ClientId = UserPoolClient?.ClientId ?? ''
      return scene.call('UpdateUserPoolClient', { UserPoolId: plain, ClientId, ...byChoice })
    },
  ],
  [
    'VerifySoftwareToken',
    /^UserNotFoundException/,
    async () => {
      await scene.newUser('gone')
      const { AccessToken } = tokensOf(await scene.byPassword('gone'))
      await scene.call('AdminDeleteUser', { UserPoolId: scene.UserPoolId, Username: 'gone' })
      return scene.call('VerifySoftwareToken', { AccessToken, UserCode: '123456' })
    },
  ],
  ['AdminInitiateAuth', /^UserNotFoundException: User does not exist/, () => adminSignIn('nobody')],
  [
    'AdminRespondToAuthChallenge',
    /^InvalidPasswordException/,
    () => newPassword('short', 'AdminRespondToAuthChallenge'),
  ],
  [
    'AdminRespondToAuthChallenge',
    /^PasswordHistoryPolicyViolationException/,
    () => newPassword('Correct-horse-1', 'AdminRespondToAuthChallenge'),
  ],
  [
    'RespondToAuthChallenge',
    /^PasswordHistoryPolicyViolationException/,
    () => newPassword('Correct-horse-1', 'RespondToAuthChallenge'),
  ],
])('%s refuses with %s', async (_operation, refused, call) => {
  expect(await refusedWith(call())).toMatch(refused)
})

test('an administrator’s wrong answer for an authenticator is a mismatch, and a used one has expired', async () => {
  await using mfa = await mfaScene({ MfaConfiguration: 'OPTIONAL', ...softwareTokenMfa })
  const { UserPoolId, ClientId, call } = mfa
  const { secret } = await mfa.adaWithToken()
  const ask = () => mfa.byPassword('ada')
  const answer = (Session: string | undefined, SOFTWARE_TOKEN_MFA_CODE: string) => {
    const ChallengeResponses = { USERNAME: 'ada', SOFTWARE_TOKEN_MFA_CODE }
    const ChallengeName = 'SOFTWARE_TOKEN_MFA'
    return call('AdminRespondToAuthChallenge', { UserPoolId, ClientId, ChallengeName, Session, ChallengeResponses })
  }
  const code = mfa.shown(secret)
  const { Session } = await ask()
  expect(await refusedWith(answer(Session, wrongFor(code)))).toMatch(/^CodeMismatchException/)
  await answer(Session, code)
  expect(await refusedWith(answer((await ask()).Session, code))).toMatch(/^ExpiredCodeException/)
})

test('without a provider of messages no code is sent again', async () => {
  await using silent = await signInScene(
    { AutoVerifiedAttributes: ['email'] },
    { mailroom: { carriers: {}, inbox: false } },
  )
  await silent.newUser('ada', { status: 'UNCONFIRMED', attributes: { email: 'ada@example.com' } })
  const { ClientId } = silent
  expect(await refusedWith(silent.call('ResendConfirmationCode', { ClientId, Username: 'ada' }))).toMatch(
    /^CodeDeliveryFailureException/,
  )
})

test('without a provider of text messages nobody is asked for a code that would come by one', async () => {
  await using silent = await mfaScene(
    { MfaConfiguration: 'ON', ...smsMfa },
    { mailroom: { carriers: {}, inbox: false } },
  )
  const attributes = { phone_number: '+15555550142', phone_number_verified: 'true' }
  await silent.newUser('ada', { attributes })
  const { UserPoolId, ClientId } = silent
  const AuthParameters = { USERNAME: 'ada', PASSWORD: 'Correct-horse-1' }
  const asked = { UserPoolId, ClientId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters } as const
  expect(await refusedWith(silent.call('AdminInitiateAuth', asked))).toMatch(/^InvalidUserPoolConfigurationException/)
})
