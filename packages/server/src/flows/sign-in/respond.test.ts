import { beforeAll, expect, test } from 'vitest'
import type { RespondToAuthChallengeRequest } from '@cognate/wire/user-pools.ts'
import { refusalOf } from '../../testing/refusal-of.ts'
import { signInScene, type SignInScene, tokensOf } from '../../testing/sign-in-scene.ts'

const invalidSession = 'NotAuthorizedException: Invalid session for the user.'

let scene: SignInScene
beforeAll(async () => {
  scene = await signInScene()
  await scene.newUser('ada', { status: 'FORCE_CHANGE_PASSWORD' })
  await scene.newUser('mary', { status: 'FORCE_CHANGE_PASSWORD' })
  await scene.newUser('ida')
})

const session = async () => (await scene.byPassword('ada')).Session ?? ''

function respond(Session: string | undefined, more: Partial<RespondToAuthChallengeRequest> = {}) {
  const request: RespondToAuthChallengeRequest = {
    ClientId: scene.ClientId,
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    ChallengeResponses: { USERNAME: 'ada', NEW_PASSWORD: 'short' },
    ...(Session !== undefined && { Session }),
    ...more,
  }
  return refusalOf(scene.call('RespondToAuthChallenge', request))
}

test.each([
  'A'.repeat(20),
  'A'.repeat(2048),
  'not at all base64 but long enough',
  Buffer.alloc(300, 7).toString('base64url'),
])('a session that nobody made is refused (%#)', async (made) => {
  expect(await respond(made)).toBe(invalidSession)
})

test('no session is none', async () => {
  expect(await respond(undefined)).toBe(invalidSession)
})

test('a session with a bit turned is refused', async () => {
  const bytes = Buffer.from(await session(), 'base64url')
  for (const at of [0, 3, 20, bytes.length - 1]) {
    const turned = Buffer.from(bytes)
    turned[at] = (turned[at] ?? 0) ^ 1
    expect(await respond(turned.toString('base64url'))).toBe(invalidSession)
  }
})

test('a session is another thing than a secret block or a refresh token', async () => {
  const { parameters } = await scene.startSrp('ada')
  const block = Buffer.from(parameters['SECRET_BLOCK'] ?? '', 'base64')
  expect(await respond(block.subarray(0, 1500).toString('base64url'))).toBe(invalidSession)
  expect(await respond(tokensOf(await scene.byPassword('ida')).RefreshToken)).toBe(invalidSession)
})

test('a session belongs to one client, one user and one question', async () => {
  const { ClientId } = await scene.newClient()
  const Session = await session()
  expect(await respond(Session, { ClientId })).toBe(invalidSession)
  expect(await respond(Session, { ChallengeResponses: { USERNAME: 'mary', NEW_PASSWORD: 'x' } })).toBe(invalidSession)
  expect(await respond(Session, { ChallengeName: 'SMS_MFA' })).toBe(invalidSession)
  expect(await respond(Session, { ChallengeName: 'PASSWORD' })).toBe(invalidSession)
})

test('a session ends with the time that its client gives', async () => {
  const Session = await session()
  scene.clock.advance(3 * 60_000 - 1)
  expect(await respond(Session)).toMatch(/^InvalidPasswordException/)
  scene.clock.advance(1)
  expect(await respond(Session)).toBe('NotAuthorizedException: Invalid session for the user, session is expired.')
})

test('a client that is not there is said so', async () => {
  expect(await respond(await session(), { ClientId: 'nonexistent' })).toBe(
    'ResourceNotFoundException: User pool client nonexistent does not exist.',
  )
})

test('an operator answers in the pool of the client only', async () => {
  const { UserPool } = await scene.call('CreateUserPool', { PoolName: 'others' })
  const request = {
    UserPoolId: UserPool?.Id ?? '',
    ClientId: scene.ClientId,
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session: await session(),
    ChallengeResponses: { USERNAME: 'ada', NEW_PASSWORD: 'Brand-new-horse-2' },
  } as const
  expect(await refusalOf(scene.call('AdminRespondToAuthChallenge', request))).toBe(
    `ResourceNotFoundException: User pool client ${scene.ClientId} does not exist.`,
  )
})
