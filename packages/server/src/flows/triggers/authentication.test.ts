import { afterEach, expect, test } from 'vitest'
import { type Handlers, recordedFunctions, unmoved } from '../../testing/recorded-functions.ts'
import { refusalOf } from '../../testing/refusal-of.ts'
import { signInScene, tokensOf } from '../../testing/sign-in-scene.ts'

let scene: Awaited<ReturnType<typeof signInScene>>
afterEach(() => scene[Symbol.asyncDispose]())

async function withFunctions(handlers: Handlers) {
  const { functions, LambdaConfig, ...recorded } = recordedFunctions(handlers)
  scene = await signInScene({ LambdaConfig }, { functions })
  const ada = await scene.newUser('ada', { attributes: { email: 'ada@example.com' } })
  return { ...scene, ...recorded, ada }
}
const failing = (trigger: 'PreAuthentication' | 'PostAuthentication'): Handlers => ({
  [trigger]: () => Promise.reject(new Error('closed on Sundays')),
})
const failed = (trigger: string) => `UserLambdaValidationException: ${trigger} failed with error closed on Sundays.`
const hiding = { PreventUserExistenceErrors: 'ENABLED' } as const

test('a function hears of a sign-in before anything was shown, with the metadata as validationData [D]', async () => {
  const { call, ClientId, UserPoolId, ada, events } = await withFunctions({ PreAuthentication: unmoved })
  const AuthParameters = { USERNAME: 'ada', PASSWORD: 'Correct-horse-1' }
  const ClientMetadata = { device: 'phone' }
  await call('InitiateAuth', { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters, ClientMetadata })
  expect(events).toEqual([
    {
      version: '1',
      triggerSource: 'PreAuthentication_Authentication',
      region: 'us-east-1',
      userPoolId: UserPoolId,
      userName: 'ada',
      callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: ClientId },
      request: {
        userAttributes: { sub: ada.sub, 'cognito:user_status': 'CONFIRMED', email: 'ada@example.com' },
        validationData: ClientMetadata,
      },
      response: {},
    },
  ])
})

test('a function refuses a sign-in before the password is judged, however it begins', async () => {
  const { byPassword, startSrp, call, UserPoolId, ClientId } = await withFunctions(failing('PreAuthentication'))
  const refusal = failed('PreAuthentication')
  expect(await refusalOf(byPassword('ada', 'Wrong-horse-1'))).toBe(refusal)
  expect(await refusalOf(startSrp('ada'))).toBe(refusal)
  const AuthParameters = { USERNAME: 'ada', PASSWORD: 'Correct-horse-1' }
  const asked = { UserPoolId, ClientId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters } as const
  expect(await refusalOf(call('AdminInitiateAuth', asked))).toBe(refusal)
})

test('a function hears of a sign-in by SRP when it begins, and of it once [D]', async () => {
  const { bySrp, fired } = await withFunctions({ PreAuthentication: unmoved })
  await bySrp('ada')
  expect(fired()).toEqual(['PreAuthentication_Authentication'])
})

test('of nobody a function hears where the client must not know, and else nothing [D]', async () => {
  const { byPassword, newClient, events, fired } = await withFunctions({ PreAuthentication: unmoved })
  expect(await refusalOf(byPassword('eve'))).toBe('UserNotFoundException: User does not exist.')
  expect(fired()).toEqual([])
  const { ClientId } = await newClient(hiding)
  const wrong = 'NotAuthorizedException: Incorrect username or password.'
  expect(await refusalOf(byPassword('eve', 'Correct-horse-1', ClientId))).toBe(wrong)
  await byPassword('ada', 'Correct-horse-1', ClientId)
  expect(events.map(({ userName, request }) => [userName, request['userNotFound'], request['validationData']])).toEqual(
    [
      ['eve', true, null],
      ['ada', false, null],
    ],
  )
  expect(events[0]?.request['userAttributes']).toEqual({})
})

test('a function hears of who signed in before there are tokens, with the metadata of their answer alone [D]', async () => {
  const { call, ClientId, startSrp, events } = await withFunctions({ PostAuthentication: unmoved })
  const AuthParameters = { USERNAME: 'ada', PASSWORD: 'Correct-horse-1' }
  const ClientMetadata = { device: 'phone' }
  await call('InitiateAuth', { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters, ClientMetadata })
  const { ChallengeResponses } = await startSrp('ada')
  expect(events).toHaveLength(1)
  const answer = { ClientId, ChallengeName: 'PASSWORD_VERIFIER', ChallengeResponses, ClientMetadata } as const
  await call('RespondToAuthChallenge', answer)
  const request = {
    userAttributes: expect.objectContaining({ email: 'ada@example.com' }) as unknown,
    newDeviceUsed: false,
  }
  expect(events.map(({ triggerSource, request: told }) => [triggerSource, told])).toEqual([
    ['PostAuthentication_Authentication', request],
    ['PostAuthentication_Authentication', { ...request, clientMetadata: ClientMetadata }],
  ])
})

test('a function is told of a device that was not known [D]', async () => {
  const { call, UserPoolId, byPassword, events } = await withFunctions({ PostAuthentication: unmoved })
  const { LambdaConfig } = (await call('DescribeUserPool', { UserPoolId })).UserPool ?? {}
  const DeviceConfiguration = { ChallengeRequiredOnNewDevice: false, DeviceOnlyRememberedOnUserPrompt: false }
  await call('UpdateUserPool', { UserPoolId, LambdaConfig: LambdaConfig ?? {}, DeviceConfiguration })
  await byPassword('ada')
  expect(events[0]?.request['newDeviceUsed']).toBe(true)
})

test('who signed in has nothing when the function fails: their session ends', async () => {
  const { byPassword, call, UserPoolId, handle, refresh } = await withFunctions(failing('PostAuthentication'))
  const TokenSession = { MaxPerUser: 3 }
  await call('SetUserPoolSessionConfiguration', { UserPoolId, UserSessionTracking: 'ENABLED', TokenSession })
  const sessions = async () => (await call('AdminListUserSessions', { UserPoolId, Username: 'ada' })).Sessions
  expect(await refusalOf(byPassword('ada'))).toBe(failed('PostAuthentication'))
  expect(await sessions()).toEqual([])
  handle({ PostAuthentication: unmoved })
  const { RefreshToken } = tokensOf(await byPassword('ada'))
  expect(await sessions()).toHaveLength(1)
  handle(failing('PostAuthentication'))
  expect((await refresh(RefreshToken)).AuthenticationResult).toBeDefined()
})

test('a wrong password is told to no function that hears of who signed in', async () => {
  const { byPassword, fired } = await withFunctions({ PostAuthentication: unmoved })
  await refusalOf(byPassword('ada', 'Wrong-horse-1'))
  expect(fired()).toEqual([])
})
