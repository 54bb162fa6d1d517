import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider'
import type { CreateUserPoolClientRequest, CreateUserPoolRequest } from '@aws-sdk/client-cognito-identity-provider'
import { AuthenticationDetails, CognitoUser, CognitoUserPool } from 'amazon-cognito-identity-js'
import type { CognitoUserSession } from 'amazon-cognito-identity-js'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPool } from './new-pool.ts'
import { startServer, type Server } from './server.ts'
import { type Home, stores } from './stores.ts'

// What emulators of Cognito usually get wrong, by number. Not here: 7 and 18, which are about functions; 2's half about
// userInfo and 11, which are about managed login and federation; 17, which is about identity pools.

const Password = 'Correct-Horse-1'
const Email = 'ada@example.com'

let home: Home
let server: Server
let cognito: CognitoIdentityProvider
beforeAll(async () => {
  home = await stores[0].open()
  server = await startServer(home)
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  cognito = new CognitoIdentityProvider({ endpoint: server.endpoint, region: 'us-east-1', credentials })
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  await home[Symbol.asyncDispose]()
})

interface Wishes {
  readonly pool?: Partial<CreateUserPoolRequest>
  readonly client?: Partial<CreateUserPoolClientRequest>
}

/** A pool with one person in it, who is confirmed. */
async function scene(wishes: Wishes = {}, username = Email) {
  const { poolId: UserPoolId, clientId: ClientId } = await newPool(server.endpoint, wishes)
  const UserAttributes = [
    { Name: 'email', Value: Email },
    { Name: 'email_verified', Value: 'true' },
  ]
  await cognito.adminCreateUser({ UserPoolId, Username: username, UserAttributes, MessageAction: 'SUPPRESS' })
  await cognito.adminSetUserPassword({ UserPoolId, Username: username, Password, Permanent: true })
  const signIn = (PASSWORD = Password, USERNAME = username) => {
    const AuthParameters = { USERNAME, PASSWORD }
    return cognito.initiateAuth({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters })
  }
  const tokens = async () => {
    const { AccessToken = '', IdToken = '', RefreshToken = '' } = (await signIn()).AuthenticationResult ?? {}
    return { AccessToken, IdToken, RefreshToken }
  }
  const refresh = (REFRESH_TOKEN: string) =>
    cognito.initiateAuth({ ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: { REFRESH_TOKEN } })
  return { UserPoolId, ClientId, signIn, tokens, refresh }
}

/** `Name: sentence`, and the status, of what a call was refused with. */
async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'not refused'
  } catch (error) {
    const { name, message, $metadata } = error as Error & { readonly $metadata?: { readonly httpStatusCode?: number } }
    return `${$metadata?.httpStatusCode} ${name}: ${message}`
  }
}

const wrong = '400 NotAuthorizedException: Incorrect username or password.'

test('1. ID and access tokens have a key each, and no typ in their headers', async () => {
  const { tokens, UserPoolId } = await scene()
  const { AccessToken, IdToken } = await tokens()
  const headers = [AccessToken, IdToken].map(decodeProtectedHeader)
  const jwks = await (await fetch(`${server.endpoint}/${UserPoolId}/.well-known/jwks.json`)).json()
  const kids = (jwks as { readonly keys: readonly { readonly kid: string }[] }).keys.map(({ kid }) => kid)
  expect(headers.map((header) => Object.keys(header).toSorted())).toEqual([
    ['alg', 'kid'],
    ['alg', 'kid'],
  ])
  expect(new Set(headers.map(({ kid }) => kid))).toEqual(new Set(kids))
  expect(kids).toHaveLength(2)
})

test('2. an access token of the API has the scope of the API alone', async () => {
  const { AccessToken } = await (await scene()).tokens()
  expect(decodeJwt(AccessToken)['scope']).toBe('aws.cognito.signin.user.admin')
})

test('3. email_verified is a boolean in the ID token and a string among the attributes', async () => {
  const { AccessToken, IdToken } = await (await scene()).tokens()
  const { UserAttributes } = await cognito.getUser({ AccessToken })
  expect(decodeJwt(IdToken)['email_verified']).toBe(true)
  expect(UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'true' })
})

test('4. who signs in with an e-mail address has their sub for a username', async () => {
  const { tokens, ClientId } = await scene()
  const { AccessToken, IdToken } = await tokens()
  const { sub } = decodeJwt(AccessToken)
  const AuthParameters = { USERNAME: Email, SRP_A: 'abcdef' }
  const asked = await cognito.initiateAuth({ ClientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters })
  expect(decodeJwt(IdToken)['cognito:username']).toBe(sub)
  expect(decodeJwt(AccessToken)['username']).toBe(sub)
  expect(asked.ChallengeParameters).toMatchObject({ USER_ID_FOR_SRP: sub, USERNAME: sub })
})

test('5. errors have AWS’s own sentences, and too many wrong passwords lock', async () => {
  const { ClientId, UserPoolId, signIn } = await scene()
  const nobody = { ClientId, UserPoolId, Username: 'bob@example.com' }
  expect(await refusal(cognito.adminGetUser(nobody))).toBe('400 UserNotFoundException: User does not exist.')
  await cognito.signUp({ ...nobody, Password })
  const code = await server.inbox.code(nobody.Username)
  const ConfirmationCode = code === '000000' ? '000001' : '000000'
  expect(await refusal(cognito.confirmSignUp({ ...nobody, ConfirmationCode }))).toBe(
    '400 CodeMismatchException: Invalid verification code provided, please try again.',
  )
  for (let tries = 0; tries < 5; tries += 1) expect(await refusal(signIn('Wrong-Horse-1'))).toBe(wrong)
  expect(await refusal(signIn())).toBe('400 NotAuthorizedException: Password attempts exceeded')
})

test('6. SRP as Amazon’s own client computes it succeeds, whatever the numbers begin with', async () => {
  const { UserPoolId, ClientId } = await scene()
  const Pool = new CognitoUserPool({ UserPoolId, ClientId, endpoint: server.endpoint })
  // One number of four begins with a bit that makes its padding longer, and there are three in an exchange.
  for (let times = 0; times < 12; times += 1) {
    const user = new CognitoUser({ Username: Email, Pool })
    const details = new AuthenticationDetails({ Username: Email, Password })
    const session = new Promise<CognitoUserSession>((onSuccess, onFailure) =>
      user.authenticateUser(details, { onSuccess, onFailure }),
    )
    expect((await session).isValid()).toBe(true)
  }
})

test('8. nobody is asked for a second factor that they do not have, unless the pool demands one', async () => {
  const { UserPoolId, signIn } = await scene()
  const SoftwareTokenMfaConfiguration = { Enabled: true }
  await cognito.setUserPoolMfaConfig({ UserPoolId, MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration })
  expect((await signIn()).AuthenticationResult).toBeDefined()
  await cognito.setUserPoolMfaConfig({ UserPoolId, MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration })
  const { ChallengeName, ChallengeParameters } = await signIn()
  expect(ChallengeName).toBe('MFA_SETUP')
  expect(ChallengeParameters?.['MFAS_CAN_SETUP']).toBe('["SOFTWARE_TOKEN_MFA"]')
})

test('9. every error of a client has the status 400', async () => {
  const { UserPoolId, signIn } = await scene()
  const refusals = [
    signIn('Wrong-Horse-1'),
    cognito.getUser({ AccessToken: 'x' }),
    cognito.adminGetUser({ UserPoolId, Username: 'nobody' }),
    cognito.describeUserPool({ UserPoolId: 'us-east-1_missing' }),
    cognito.createGroup({ UserPoolId, GroupName: ' ' }),
  ].map(refusal)
  for (const refused of await Promise.all(refusals)) expect(refused).toMatch(/^400 /)
})

test('10. what tells of a linked identity is text: primary and dateCreated too', async () => {
  const { UserPoolId } = await scene({ pool: { UsernameAttributes: [] } }, 'ada')
  const ProviderName = 'Google'
  const ProviderDetails = { client_id: 'c', client_secret: 's', authorize_scopes: 'openid' }
  await cognito.createIdentityProvider({ UserPoolId, ProviderName, ProviderType: 'Google', ProviderDetails })
  const SourceUser = { ProviderName, ProviderAttributeName: 'Cognito_Subject', ProviderAttributeValue: '1' }
  const DestinationUser = { ProviderName: 'Cognito', ProviderAttributeValue: 'ada' }
  await cognito.adminLinkProviderForUser({
    UserPoolId,
    SourceUser,
    DestinationUser: { ...DestinationUser, ProviderAttributeName: 'Username' },
  })
  const { UserAttributes = [] } = await cognito.adminGetUser({ UserPoolId, Username: 'ada' })
  const identities: unknown = JSON.parse(UserAttributes.find(({ Name }) => Name === 'identities')?.Value ?? '')
  expect(identities).toMatchObject([{ primary: 'false', dateCreated: expect.stringMatching(/^\d{13}$/) as string }])
})

test('12. an update replaces: what it does not name returns to its default, but for what the service keeps', async () => {
  const Policies = { PasswordPolicy: { MinimumLength: 10 } }
  const { UserPoolId, ClientId } = await scene({ pool: { Policies }, client: { AuthSessionValidity: 9 } })
  await cognito.updateUserPool({ UserPoolId })
  await cognito.updateUserPoolClient({ UserPoolId, ClientId })
  const { UserPool } = await cognito.describeUserPool({ UserPoolId })
  const { UserPoolClient } = await cognito.describeUserPoolClient({ UserPoolId, ClientId })
  expect(UserPool).not.toHaveProperty('AutoVerifiedAttributes')
  expect(UserPool).toMatchObject({ Policies })
  expect(UserPoolClient?.AuthSessionValidity).toBe(3)
})

test('13. a refresh without rotation gives no refresh token, and the time of the sign-in stays', async () => {
  const { tokens, refresh } = await scene()
  const { AccessToken, RefreshToken } = await tokens()
  await server.advance(60)
  const { AuthenticationResult } = await refresh(RefreshToken)
  const [before, after] = [AccessToken, AuthenticationResult?.AccessToken ?? ''].map(decodeJwt)
  expect(AuthenticationResult).not.toHaveProperty('RefreshToken')
  expect(after?.['auth_time']).toBe(before?.['auth_time'])
  expect(after?.iat).toBeGreaterThan(before?.iat ?? 0)
})

test('14. signing out and revoking end what access tokens may do', async () => {
  const { tokens, ClientId } = await scene()
  const revoked = '400 NotAuthorizedException: Access Token has been revoked'
  const [one, other] = [await tokens(), await tokens()]
  await cognito.revokeToken({ ClientId, Token: one.RefreshToken })
  expect(await refusal(cognito.getUser(one))).toBe(revoked)
  await cognito.globalSignOut(other)
  expect(await refusal(cognito.getUser(other))).toBe(revoked)
})

test('15. an alias of somebody else is no obstacle to signing up, but to confirming, and can be moved', async () => {
  const { UserPoolId, ClientId } = await scene({ pool: { UsernameAttributes: [], AliasAttributes: ['email'] } }, 'ada')
  const Username = 'bob'
  await cognito.signUp({ ClientId, Username, Password, UserAttributes: [{ Name: 'email', Value: Email }] })
  const confirm = (ForceAliasCreation: boolean, ConfirmationCode: string) =>
    cognito.confirmSignUp({ ClientId, Username, ForceAliasCreation, ConfirmationCode })
  const code = await server.inbox.code(Email)
  expect(await refusal(confirm(false, code))).toMatch(/^400 AliasExistsException: /)
  await confirm(true, code)
  expect((await cognito.adminGetUser({ UserPoolId, Username: Email })).Username).toBe('bob')
})

test('16. a session is spent by its answer, and not by a wrong one', async () => {
  const { UserPoolId, ClientId, signIn } = await scene({ pool: { UsernameAttributes: [] } }, 'ada')
  await cognito.adminSetUserPassword({ UserPoolId, Username: 'ada', Password, Permanent: false })
  const { Session } = await signIn()
  const answer = (NEW_PASSWORD: string) =>
    cognito.respondToAuthChallenge({
      ClientId,
      Session,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      ChallengeResponses: { USERNAME: 'ada', NEW_PASSWORD },
    })
  expect(await refusal(answer('short'))).toMatch(/^400 InvalidPasswordException: /)
  await answer('Brand-New-Horse-2')
  expect(await refusal(answer('Brand-New-Horse-3'))).toBe(
    '400 NotAuthorizedException: Invalid session for the user, session can only be used once.',
  )
})

test('19. a client reads and writes the attributes that it may, and no others', async () => {
  const client = { ReadAttributes: ['email'], WriteAttributes: ['email'] }
  const { AccessToken } = await (await scene({ client })).tokens()
  const { UserAttributes = [] } = await cognito.getUser({ AccessToken })
  expect(new Set(UserAttributes.map(({ Name }) => Name))).toEqual(new Set(['sub', 'email']))
  const changed = cognito.updateUserAttributes({ AccessToken, UserAttributes: [{ Name: 'name', Value: 'Ada' }] })
  expect(await refusal(changed)).toBe('400 NotAuthorizedException: A client attempted to write unauthorized attribute')
})

test('20. a client that hides who exists hides it in every operation', async () => {
  const { ClientId, signIn } = await scene({ client: { PreventUserExistenceErrors: 'ENABLED' } })
  const nobody = { ClientId, Username: 'nobody@example.com' }
  const ConfirmationCode = '123456'
  expect(await refusal(signIn(Password, nobody.Username))).toBe(wrong)
  expect((await cognito.forgotPassword(nobody)).CodeDeliveryDetails?.DeliveryMedium).toBe('EMAIL')
  expect((await cognito.resendConfirmationCode(nobody)).CodeDeliveryDetails?.DeliveryMedium).toBe('EMAIL')
  expect(await refusal(cognito.confirmSignUp({ ...nobody, ConfirmationCode }))).toMatch(/^400 CodeMismatchException/)
  expect(await refusal(cognito.confirmForgotPassword({ ...nobody, ConfirmationCode, Password }))).toMatch(
    /^400 CodeMismatchException/,
  )
})

test('21. a client is described without the defaults that it never named', async () => {
  const { UserPoolId } = await scene()
  const { UserPoolClient: made } = await cognito.createUserPoolClient({ UserPoolId, ClientName: 'bare' })
  const { UserPoolClient } = await cognito.describeUserPoolClient({ UserPoolId, ClientId: made?.ClientId })
  for (const member of ['ExplicitAuthFlows', 'ReadAttributes', 'WriteAttributes'])
    expect(UserPoolClient).not.toHaveProperty(member)
})

test('22. an error has the headers that let a page of another origin read it', async () => {
  const headers = { 'x-amz-target': 'AWSCognitoIdentityProviderService.GetUser', origin: 'https://app.example.com' }
  const response = await fetch(server.endpoint, { method: 'POST', headers, body: '{"AccessToken":"x"}' })
  expect(response.status).toBe(400)
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('access-control-expose-headers')).toMatch(/x-amzn-ErrorType/i)
})
