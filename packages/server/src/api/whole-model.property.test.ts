import fc from 'fast-check'
import { identityPools } from '@cognate/wire/identity-pools-service.ts'
import { loadModel } from '@cognate/wire/load-model.ts'
import { inputsOf } from '@cognate/wire/testing/inputs-of.ts'
import { mutated } from '@cognate/wire/testing/mutated.ts'
import { userPools } from '@cognate/wire/user-pools-service.ts'
import type { Contract } from '@cognate/wire/contract.ts'
import type { StructureModel } from '@cognate/wire/model.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyFlowByChoice } from '../testing/passkey-scene.ts'
import { optionsIn } from '../testing/passkey-sign-in-scene.ts'
import { softwareAuthenticator } from '../testing/software-authenticator.ts'
import { feedbackToken } from '../flows/threats/feedback-token.ts'
import { easyHandlers } from '../testing/easy-handlers.ts'
import { openInspectedStore } from '../testing/open-inspected-store.ts'
import { recordedFunctions } from '../testing/recorded-functions.ts'
import { signInScene, type SignInScene, tokensOf } from '../testing/sign-in-scene.ts'
import { knock, requestFor } from '../testing/world.ts'

/** COGNATE_PROPERTY_RUNS=1000 looks for longer. */
const numRuns = Number(process.env['COGNATE_PROPERTY_RUNS'] ?? 40)

/** What any operation may be refused with, declared or not: AWS's front end, and settings that are not served yet. */
const common = [
  'IncompleteSignatureException',
  'InvalidParameterException',
  'InvalidSignatureException',
  'InvalidUserPoolConfigurationException',
  'MissingAuthenticationTokenException',
  'SerializationException',
  'TooManyRequestsException',
  'UnexpectedLambdaException',
  'UnknownOperationException',
  'UnrecognizedClientException',
  'ValidationException',
]

type AnyContract = Contract<unknown, unknown>
type Hits = Readonly<Record<string, readonly unknown[]>>

const { functions, LambdaConfig } = recordedFunctions(easyHandlers)

/** Of a pool in which all there is can be asked for. */
const settings = {
  PoolName: 'people',
  AliasAttributes: ['email'],
  UserPoolTier: 'PLUS',
  LambdaConfig,
  UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' },
  Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN', 'EMAIL_OTP'] } },
} as const
const Mfa = { WebAuthnConfiguration: { RelyingPartyId: 'example.com' } }

let scene: SignInScene
let faults: () => readonly unknown[]
async function openScene(): Promise<void> {
  const inspected = await openInspectedStore()
  faults = inspected.faults
  scene = await signInScene(settings, { store: inspected.store, functions })
  await restorePool()
}
beforeAll(openScene)
afterAll(() => scene[Symbol.asyncDispose]())

/** The operation before may have deleted the pool, or set it so that nobody signs in. */
async function restorePool(): Promise<void> {
  const { pools, decide } = scene.world.store
  const pool = await pools.find(scene.UserPoolId)
  if (!pool) await openScene()
  else await decide([pools.save({ ...pool, settings: { ...settings, Mfa } })])
}

/** Things that are there, under the names of the members that can ask for them. */
async function hits(): Promise<Hits> {
  await restorePool()
  const { UserPoolId, clock, world } = scene
  clock.advance(1000)
  const name = `user-${world.random.uuid()}`
  await scene.newUser(name, { attributes: { email: `${name}@example.com`, email_verified: 'true' } })
  await scene.newUser(`new-${name}`, { status: 'FORCE_CHANGE_PASSWORD' })
  const GroupName = `group-${name}`
  await scene.call('CreateGroup', { UserPoolId, GroupName })
  await scene.call('AdminAddUserToGroup', { UserPoolId, Username: name, GroupName })
  const ExplicitAuthFlows = [...everyFlowByChoice, 'ALLOW_CUSTOM_AUTH'] as const
  const { ClientId } = await scene.newClient({ ExplicitAuthFlows })
  const { AccessToken, RefreshToken } = tokensOf(await scene.byPassword(name, undefined, ClientId))
  const event = await eventOf(name)
  const { Session } = await scene.byPassword(`new-${name}`, undefined, ClientId)
  const proof = await scene.startSrp(name, undefined, ClientId)
  const passkey = await passkeyOf(name, { ClientId, AccessToken })
  const choice = await choiceOf(name, ClientId)
  const custom = await customOf(name, ClientId)
  const aim = { USERNAME: name, TARGET_ACR_VALUES: 'urn:cognito:loa:3', ACCESS_TOKEN: AccessToken, MAX_AGE: '60' }
  const parameters = { USERNAME: name, PASSWORD: 'Correct-horse-1', SRP_A: 'abc', REFRESH_TOKEN: RefreshToken }
  const answers = { USERNAME: `new-${name}`, NEW_PASSWORD: 'Brand-new-horse-2' }
  return {
    UserPoolId: [UserPoolId],
    ClientId: [ClientId],
    Username: [name, `new-${name}`, `${name}@example.com`],
    GroupName: [GroupName],
    AccessToken: [AccessToken],
    RefreshToken: [RefreshToken],
    Token: [RefreshToken],
    EventId: [event.EventId],
    FeedbackToken: [event.FeedbackToken],
    Session: [Session, passkey.Session, choice.Session, choice.signUpSession, custom.Session],
    Credential: [passkey.Credential],
    CredentialId: [passkey.CredentialId],
    ResourceArn: [`arn:aws:cognito-idp:us-east-1:000000000000:userpool/${UserPoolId}`],
    AuthParameters: [parameters, { ...parameters, ...choice.parameters }, aim],
    ChallengeResponses: [
      proof.ChallengeResponses,
      choice.answers,
      answers,
      { USERNAME: name, CREDENTIAL: passkey.CREDENTIAL },
    ],
    Password: ['Brand-new-horse-2'],
    PreviousPassword: ['Correct-horse-1'],
  }
}

/** The sign-in of somebody, and what lets them say whether it was them. */
async function eventOf(Username: string) {
  const { UserPoolId, world, call } = scene
  const { AuthEvents = [] } = await call('AdminListUserAuthEvents', { UserPoolId, Username })
  const EventId = AuthEvents[0]?.EventId ?? ''
  const { UserAttributes = [] } = await call('AdminGetUser', { UserPoolId, Username })
  const who = UserAttributes.find(({ Name }) => Name === 'sub')?.Value ?? ''
  return { EventId, FeedbackToken: feedbackToken({ poolId: UserPoolId, who, id: EventId }, world) }
}

/** A sign-in that waits for a choice, a choice for it, and a sign-up that waits for its code. */
async function choiceOf(USERNAME: string, ClientId: string) {
  const parameters = { USERNAME, PREFERRED_CHALLENGE: 'EMAIL_OTP' }
  const AuthParameters = { USERNAME }
  const { Session } = await scene.call('InitiateAuth', { ClientId, AuthFlow: 'USER_AUTH', AuthParameters })
  const newcomer = { Username: `signing-up-${USERNAME}`, Password: 'Correct-horse-1' }
  const signUp = await scene.call('SignUp', { ClientId, ...newcomer })
  return { Session, signUpSession: signUp.Session, parameters, answers: { USERNAME, ANSWER: 'EMAIL_OTP' } }
}

/** A sign-in that waits for the answer to a function's question: any will do. */
function customOf(USERNAME: string, ClientId: string) {
  return scene.call('InitiateAuth', { ClientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME } })
}

/** A passkey that is registered, one that could be, and a sign-in that waits for the first. */
async function passkeyOf(USERNAME: string, caller: { readonly ClientId: string; readonly AccessToken: string }) {
  const { ClientId, AccessToken } = caller
  const { id: CredentialId, create, get } = softwareAuthenticator()
  const options = async () => (await scene.call('StartWebAuthnRegistration', { AccessToken })).CredentialCreationOptions
  await scene.call('CompleteWebAuthnRegistration', { AccessToken, Credential: create(await options()) })
  const Credential = softwareAuthenticator().create(await options())
  const AuthParameters = { USERNAME, PREFERRED_CHALLENGE: 'WEB_AUTHN' }
  const question = await scene.call('InitiateAuth', { ClientId, AuthFlow: 'USER_AUTH', AuthParameters })
  const CREDENTIAL = JSON.stringify(get(optionsIn(question)))
  return { CredentialId, Credential, Session: question.Session, CREDENTIAL }
}

/**
 * The same input, with some of its members exchanged for ones that lead to something. Every other time most of those that
 * may be missing are: of many members one is bound to contradict another.
 */
function aimed(input: unknown, { there, members, dice }: Aim): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input
  const [isSparse, ...rest] = dice.map((die, at) => (at === 0 ? die % 2 : die))
  const aimedMembers = Object.entries(input).flatMap(([name, value], at) => {
    const choices = Object.hasOwn(there, name) ? (there[name] ?? []) : []
    const die = rest[at % rest.length] ?? 0
    if (choices.length > 0 && die % 4 > 0) return [[name, choices[die % choices.length]] as const]
    return isSparse && members[name]?.required !== true && die % 8 > 0 ? [] : [[name, value as unknown] as const]
  })
  return Object.fromEntries(aimedMembers)
}

interface Aim {
  readonly there: Hits
  readonly members: StructureModel
  readonly dice: readonly number[]
}

interface Call {
  readonly contract: AnyContract
  readonly target: string
  readonly service: string
}

async function outcomeOf({ contract, target, service }: Call, input: unknown, signed: boolean): Promise<string> {
  const request = requestFor(target, JSON.stringify(input), scene.clock.now(), service)
  const { authorization, ...unsigned } = request.headers
  const headers = signed ? { ...unsigned, authorization } : unsigned
  const { status, body } = await knock(scene.door, { ...request, headers })
  const answer: unknown = JSON.parse(String(body))
  if (status === 200) return ['an answer', ...contract.outputProblems(answer)].join(': ')
  const { __type, message } = answer as { readonly __type: string; readonly message: string }
  const expected = status === 400 && (contract.errors.includes(__type) || common.includes(__type))
  return expected && typeof message === 'string' ? 'a refusal' : `${status} ${__type}: ${message}`
}

describe.each([
  ['cognito-idp', userPools.targetPrefix, Object.entries<AnyContract>(userPools.operations as never)],
  ['cognito-identity', identityPools.targetPrefix, Object.entries<AnyContract>(identityPools.operations as never)],
] as const)('%s', (service, prefix, operations) => {
  const model = loadModel(service)
  const inputs = inputsOf(model)

  test.each(operations)(
    '%s answers as the model says, or refuses as it may, and leaves no half of anything',
    async (name, contract) => {
      const there = await hits()
      const call = { contract, target: `${prefix}.${name}`, service }
      const members = model.operations[name]?.input ?? {}
      const throws = fc.array(fc.nat({ max: 99 }), { minLength: 8, maxLength: 8 })
      const any = fc.oneof(inputs(name), inputs(name), mutated(inputs(name)))
      await fc.assert(
        fc.asyncProperty(any, throws, fc.nat({ max: 9 }), async (input, dice, coin) => {
          expect(await outcomeOf(call, aimed(input, { there, members, dice }), coin > 0)).toMatch(
            /^an? (answer|refusal)$/,
          )
        }),
        { numRuns },
      )
      expect(faults()).toEqual([])
    },
  )
})
