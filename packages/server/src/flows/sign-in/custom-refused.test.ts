import { afterEach, expect, test } from 'vitest'
import { noFunctions } from '../../functions/no-functions.ts'
import { type CustomAuthScene, customAuthScene, type CustomAuthWishes } from '../../testing/custom-auth-scene.ts'
import { answering } from '../../testing/recorded-functions.ts'
import { refusalOf } from '../../testing/refusal-of.ts'

const wrongCredentials = 'NotAuthorizedException: Incorrect username or password.'
const email = { email: 'ada@example.com', email_verified: 'true' }

let scene: CustomAuthScene
afterEach(() => scene[Symbol.asyncDispose]())
const open = async (wishes?: CustomAuthWishes) => (scene = await customAuthScene(wishes))
async function withAda(wishes?: CustomAuthWishes) {
  const it = await open(wishes)
  return { ...it, ada: await it.newUser('ada', { attributes: email }) }
}

test('a custom sign-in is refused to a client that does not allow it [O]', async () => {
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
  'a custom sign-in is open to a client that allows it as %j [D]',
  async (settings) => {
    const { newClient, start } = await withAda()
    const { ClientId } = await newClient({ ExplicitAuthFlows: [], ...settings })
    expect((await start('ada', {}, ClientId)).ChallengeName).toBe('CUSTOM_CHALLENGE')
  },
)

test.each(['DefineAuthChallenge', 'CreateAuthChallenge', 'VerifyAuthChallengeResponse'] as const)(
  'a custom sign-in is refused in a pool without a %s function [O]',
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

test('a custom sign-in is refused on a server without functions, as AWS refuses when one was deleted [D]', async () => {
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
])('a custom sign-in is refused where a function wants %s [K]', async (_what, response) => {
  const { start } = await withAda({ handlers: { DefineAuthChallenge: (event) => answering(event, response) } })
  expect(await refusalOf(start('ada'))).toBe('InvalidLambdaResponseException: Unrecognizable lambda output')
})

test('a custom sign-in is refused where a function wants both to end and to admit [K]', async () => {
  const both = { issueTokens: true, failAuthentication: true }
  const { start } = await withAda({ handlers: { DefineAuthChallenge: (event) => answering(event, both) } })
  expect(await refusalOf(start('ada'))).toBe(wrongCredentials)
})

test.each(['DefineAuthChallenge', 'CreateAuthChallenge'] as const)(
  'a custom sign-in is refused with the error that %s throws [O]',
  async (trigger) => {
    const { start } = await withAda({ handlers: { [trigger]: () => Promise.reject(new Error('no')) } })
    expect(await refusalOf(start('ada'))).toBe(`UserLambdaValidationException: ${trigger} failed with error no.`)
  },
)

test('a custom sign-in is refused without the hash of a client’s secret', async () => {
  const { newClient, start } = await withAda()
  const { ClientId } = await newClient({ GenerateSecret: true, ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH'] })
  expect(await refusalOf(start('ada', {}, ClientId))).toBe(
    `NotAuthorizedException: Client ${ClientId} is configured with secret but SECRET_HASH was not received`,
  )
})
