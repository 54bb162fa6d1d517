import {
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { AuthenticationDetails, CognitoUser, CognitoUserPool } from 'amazon-cognito-identity-js'
import type { ICognitoStorage } from 'amazon-cognito-identity-js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../packages/server/src/ambient/clock.ts'
import { listenerFor } from '../packages/server/src/http/testing/listener-for.ts'
import { type CustomAuthScene, customAuthScene } from '../packages/server/src/testing/custom-auth-scene.ts'
import { goodPassword } from '../packages/server/src/testing/good-password.ts'
import { sdkClient } from './sdk-client.ts'

// A server of one's own, with functions in its process.
let scene: CustomAuthScene
let listener: Awaited<ReturnType<typeof listenerFor>>
beforeAll(async () => {
  scene = await customAuthScene({ clientClock: systemClock })
  await scene.newUser('ada')
  listener = await listenerFor([scene.door])
})
afterAll(async () => {
  await listener[Symbol.asyncDispose]()
  await scene[Symbol.asyncDispose]()
})

const USERNAME = 'ada'
const question = 'How much is six times seven?'

test('AWS’s SDK asks a person what the functions ask, until the answer is right', async () => {
  const client = sdkClient(listener.address)
  const { ClientId } = scene
  const begun = { ClientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME } } as const
  const first = await client.send(new InitiateAuthCommand(begun))
  expect(first.ChallengeParameters).toEqual({ USERNAME, question })
  const reply = (Session: string | undefined, ANSWER: string) => {
    const ChallengeResponses = { USERNAME, ANSWER }
    const answer = { ClientId, ChallengeName: 'CUSTOM_CHALLENGE', Session, ChallengeResponses } as const
    return client.send(new RespondToAuthChallengeCommand(answer))
  }
  const second = await reply(first.Session, '41')
  expect(second.ChallengeName).toBe('CUSTOM_CHALLENGE')
  expect((await reply(second.Session, '42')).AuthenticationResult?.AccessToken).toBeDefined()
  await expect(reply(second.Session, '42')).rejects.toMatchObject({ name: 'NotAuthorizedException' })
})

test('AWS’s SDK does the same for an operator', async () => {
  const client = sdkClient(listener.address)
  const { ClientId, UserPoolId } = scene
  const begun = { ClientId, UserPoolId, AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME } } as const
  const { Session, ChallengeName } = await client.send(new AdminInitiateAuthCommand(begun))
  const ChallengeResponses = { USERNAME, ANSWER: '42' }
  const answer = { ClientId, UserPoolId, ChallengeName, Session, ChallengeResponses }
  const { AuthenticationResult } = await client.send(new AdminRespondToAuthChallengeCommand(answer))
  expect(AuthenticationResult?.RefreshToken).toBeDefined()
})

test('what a function throws reaches AWS’s SDK under its name', async () => {
  scene.handle({ VerifyAuthChallengeResponse: () => Promise.reject(new Error('the abacus broke')) })
  const client = sdkClient(listener.address)
  const { ClientId } = scene
  const begun = { ClientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME } } as const
  const { Session } = await client.send(new InitiateAuthCommand(begun))
  const ChallengeResponses = { USERNAME, ANSWER: '42' }
  const answer = { ClientId, ChallengeName: 'CUSTOM_CHALLENGE', Session, ChallengeResponses } as const
  await expect(client.send(new RespondToAuthChallengeCommand(answer))).rejects.toMatchObject({
    name: 'UserLambdaValidationException',
    message: 'VerifyAuthChallengeResponse failed with error the abacus broke.',
  })
  scene.handle({
    VerifyAuthChallengeResponse: (event) => ({
      ...event,
      response: { answerCorrect: event.request.challengeAnswer === '42' },
    }),
  })
})

test.each(['initiateAuth', 'authenticateUser'] as const)(
  'amazon-cognito-identity-js goes through the questions, begun by %s',
  async (begin) => {
    const { person, says, asked } = somebody()
    const details = new AuthenticationDetails({ Username: USERNAME, Password: goodPassword })
    person.setAuthenticationFlowType('CUSTOM_AUTH')
    person[begin](details, says)
    expect(await asked()).toEqual({ USERNAME, question })
    person.sendCustomChallengeAnswer('41', says, { try: 'first' })
    expect(await asked()).toEqual({ USERNAME, question })
    person.sendCustomChallengeAnswer('42', says)
    expect(await asked()).toBe('in')
    const judged = scene.events.splice(0).filter(({ request }) => request.challengeAnswer === '41')
    expect(judged.map(({ request }) => request['clientMetadata'])).toContainEqual({ try: 'first' })
  },
)

test('amazon-cognito-identity-js is refused with a wrong password before any question', async () => {
  const { person, says, asked } = somebody()
  person.setAuthenticationFlowType('CUSTOM_AUTH')
  person.authenticateUser(new AuthenticationDetails({ Username: USERNAME, Password: 'Wrong-horse-1' }), says)
  expect(await asked()).toBe('NotAuthorizedException')
})

/** A person in a browser, what they are to do, and what came of the last step. */
function somebody() {
  const Pool = new CognitoUserPool({
    UserPoolId: scene.UserPoolId,
    ClientId: scene.ClientId,
    endpoint: listener.address,
  })
  let { promise, resolve } = Promise.withResolvers<unknown>()
  const says = {
    onSuccess: () => resolve('in'),
    onFailure: (error: { readonly code?: string }) => resolve(error.code),
    customChallenge: (parameters: unknown) => resolve(parameters),
  }
  const asked = async () => {
    const outcome = await promise
    ;({ promise, resolve } = Promise.withResolvers<unknown>())
    return outcome
  }
  return { person: new CognitoUser({ Username: USERNAME, Pool, Storage: memoryStorage() }), says, asked }
}

function memoryStorage(): ICognitoStorage {
  const kept = new Map<string, string>()
  return {
    setItem: (key, value) => void kept.set(key, value),
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  }
}
