import {
  AdminConfirmSignUpCommand,
  AdminGetUserCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  NotAuthorizedException,
  RespondToAuthChallengeCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { srpClient } from '../packages/server/src/testing/srp-client.ts'
import { openLine } from './line.ts'
import type { Line } from './line.ts'
import { newPool } from './new-pool.ts'
import { onBothStores } from './on-both-stores.ts'
import { sdkClient } from './sdk-client.ts'

const Username = 'ada@example.com'
const Password = 'Correct-Horse-1'

const scenes = onBothStores(
  async ({ endpoint }) => {
    const pool = await newPool(endpoint)
    const cognito = sdkClient(endpoint)
    await cognito.send(new SignUpCommand({ ClientId: pool.clientId, Username, Password }))
    await cognito.send(new AdminConfirmSignUpCommand({ UserPoolId: pool.poolId, Username }))
    return { pool }
  },
  ['--workers', '2'],
)

test.each(scenes)('two workers say once that they are ready, on $store', ({ server }) => {
  expect(server.printed.filter((line) => line.startsWith('cognate is ready'))).toHaveLength(1)
})

test.each(scenes)('a sign-in that began on one worker goes on on the other, and once, on $store', async (scene) => {
  const { poolId, clientId: ClientId } = scene.pool
  using first = openLine(scene.server.endpoint)
  const srp = srpClient(poolId)
  const { ChallengeName, ChallengeParameters } = await first.cognito.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME: Username, SRP_A: srp.SRP_A },
    }),
  )
  using second = await lineToAnother(scene.server.endpoint, 'InitiateAuth')
  const ChallengeResponses = srp.answer(ChallengeParameters ?? {}, Password, Date.now())
  const respond = new RespondToAuthChallengeCommand({ ClientId, ChallengeName, ChallengeResponses })
  const { AuthenticationResult } = await second.cognito.send(respond)
  expect(await second.answered('RespondToAuthChallenge')).toBe(1)
  expect(await first.answered('RespondToAuthChallenge')).toBe(0)

  await expect(first.cognito.send(respond)).rejects.toBeInstanceOf(NotAuthorizedException)
  const { AccessToken } = AuthenticationResult ?? {}
  await first.cognito.send(new GetUserCommand({ AccessToken }))
  await first.cognito.send(new GlobalSignOutCommand({ AccessToken }))
  await expect(second.cognito.send(new GetUserCommand({ AccessToken }))).rejects.toBeInstanceOf(NotAuthorizedException)
})

/** A line to a worker that has not answered this operation yet. */
async function lineToAnother(endpoint: string, operation: string): Promise<Line> {
  for (let tries = 0; tries < 10; tries += 1) {
    const line = openLine(endpoint)
    if ((await line.answered(operation)) === 0) return line
    line[Symbol.dispose]()
  }
  throw new Error('every connection led to the same worker')
}

test.each(scenes)('sign-ups that come to both at once are all kept, on $store', async ({ pool, server }) => {
  const cognito = sdkClient(server.endpoint)
  const names = Array.from({ length: 40 }, (_, index) => `person${index}@example.com`)
  const signUps = names.map((name) => new SignUpCommand({ ClientId: pool.clientId, Username: name, Password }))
  await Promise.all(signUps.map((signUp) => cognito.send(signUp)))
  for (const name of names) await cognito.send(new AdminGetUserCommand({ UserPoolId: pool.poolId, Username: name }))
  const again = await Promise.allSettled(signUps.map((signUp) => cognito.send(signUp)))
  expect(again.every(({ status }) => status === 'rejected')).toBe(true)
})

test.each(scenes)('time that one worker is told to let pass, passes on the other too, on $store', async (scene) => {
  using first = openLine(scene.server.endpoint)
  const { AuthenticationResult } = await first.cognito.send(
    new InitiateAuthCommand({
      ClientId: scene.pool.clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: Username, PASSWORD: Password },
    }),
  )
  using second = openLine(scene.server.endpoint)
  const getUser = new GetUserCommand({ AccessToken: AuthenticationResult?.AccessToken })
  await second.cognito.send(getUser)
  await scene.server.advance(3601)
  await expect(first.cognito.send(getUser)).rejects.toThrow('Access Token has expired')
  await expect(second.cognito.send(getUser)).rejects.toThrow('Access Token has expired')
})

test.each(scenes)('a request that has begun is answered when the server is told to stop, on $store', async (scene) => {
  const name = 'last@example.com'
  const body = JSON.stringify({ ClientId: scene.pool.clientId, Username: name, Password })
  const socket = connect(Number(new URL(scene.server.endpoint).port), '127.0.0.1')
  const answer = text(socket)
  socket.write(
    [
      'POST / HTTP/1.1',
      'host: localhost',
      'x-amz-target: AWSCognitoIdentityProviderService.SignUp',
      'expect: 100-continue',
      `content-length: ${body.length}`,
      '\r\n',
    ].join('\r\n'),
  )
  // The server says so when it has taken the request in.
  await once(socket, 'data')
  const ended = once(scene.server.process, 'exit')
  scene.server.process.kill('SIGTERM')
  await refusing(scene.server.endpoint)
  socket.write(body)
  expect(await answer).toContain('"UserConfirmed":false')
  expect(await ended).toEqual([0, null])

  const { endpoint } = await scene.restart()
  const kept = new AdminGetUserCommand({ UserPoolId: scene.pool.poolId, Username: name })
  await sdkClient(endpoint).send(kept)
})

/** Waits until nobody new is let in. */
async function refusing(endpoint: string): Promise<void> {
  await expect
    .poll(() =>
      fetch(`${endpoint}/_cognate/health`).then(
        () => 'open',
        () => 'closed',
      ),
    )
    .toBe('closed')
}
