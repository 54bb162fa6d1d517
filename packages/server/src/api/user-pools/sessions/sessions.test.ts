import { userPools } from '@cognate/wire/user-pools-service.ts'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { tokenSessionId } from '../../../domain/token-session-id.ts'
import { poolsOfOthers } from '../../../testing/pools-of-others.ts'
import { refusedWith } from '../../../testing/refused-with.ts'
import { signInScene, type SignInScene, tokensOf } from '../../../testing/sign-in-scene.ts'
import { knock, requestFor } from '../../../testing/world.ts'

let scene: SignInScene
let Username = ''
let people = 0
beforeAll(async () => {
  scene = await signInScene()
})
beforeEach(async () => {
  await track(3)
  Username = `user-${(people += 1)}`
  await scene.newUser(Username)
})
afterAll(() => scene[Symbol.asyncDispose]())

const on = 'ENABLED' as const
const pool = () => ({ UserPoolId: scene.UserPoolId })
const track = (MaxPerUser: number, UserSessionTracking: 'ENABLED' | 'DISABLED' = on, UserPoolId = scene.UserPoolId) =>
  scene.call('SetUserPoolSessionConfiguration', { UserPoolId, UserSessionTracking, TokenSession: { MaxPerUser } })

async function signIn(client = scene.ClientId) {
  scene.clock.advance(1000)
  const tokens = tokensOf(await scene.byPassword(Username, undefined, client))
  return { ...tokens, SessionId: tokenSessionId(String(decodeJwt(tokens.AccessToken)['event_id'])) }
}

const list = async () => (await scene.call('AdminListUserSessions', { ...pool(), Username })).Sessions ?? []
const listed = async () => (await list()).map(({ SessionId }) => SessionId)
const revoke = (SessionId: string) => scene.call('AdminRevokeUserSession', { ...pool(), Username, SessionId })
const seconds = (ms = scene.clock.now()) => ms / 1000

test('tracking is off with room for twenty unless the pool says otherwise, and survives an update of the pool [D]', async () => {
  const UserPoolId = (await scene.call('CreateUserPool', { PoolName: 'p' })).UserPool?.Id ?? ''
  const configuration = () => scene.call('GetUserPoolSessionConfiguration', { UserPoolId })
  const off = { UserPoolId, UserSessionTracking: 'DISABLED', TokenSession: { MaxPerUser: 20 } }
  expect(await configuration()).toEqual(off)
  const set = { UserPoolId, UserSessionTracking: on, TokenSession: { MaxPerUser: 100 } }
  expect(await track(100, on, UserPoolId)).toEqual(set)
  await scene.call('UpdateUserPool', { UserPoolId })
  expect(await configuration()).toEqual(set)
  expect((await scene.call('DescribeUserPool', { UserPoolId })).UserPool).not.toHaveProperty('Sessions')
})

test('a client lets an SSO session be used again for an hour unless it says otherwise, also after an update [D]', async () => {
  const ids = { ...pool(), ClientId: scene.ClientId }
  const configuration = () => scene.call('GetUserPoolClientSessionConfiguration', ids)
  expect(await configuration()).toEqual({ ...ids, SSOSession: { MaxValidityMinutes: 60 } })
  const set = { ...ids, SSOSession: { MaxValidityMinutes: 0 } }
  expect(await scene.call('SetUserPoolClientSessionConfiguration', set)).toEqual(set)
  const { ClientId } = await scene.newClient()
  const other = { ...set, ClientId }
  await scene.call('SetUserPoolClientSessionConfiguration', other)
  await scene.call('UpdateUserPoolClient', { ...pool(), ClientId })
  expect(await scene.call('GetUserPoolClientSessionConfiguration', { ...pool(), ClientId })).toEqual(other)
  const { UserPoolClient } = await scene.call('DescribeUserPoolClient', ids)
  expect(UserPoolClient).not.toHaveProperty('SSOSession')
})

test('a user sees their sessions through every client, the last used first, and which one is theirs [D]', async () => {
  const { ClientId } = await scene.newClient()
  const [one, other] = [await signIn(), await signIn(ClientId)]
  const signedIn = seconds()
  scene.clock.advance(5000)
  await scene.refresh(one.RefreshToken)
  const common = { SessionType: 'TOKEN', DeviceType: 'unknown', LastIPAddress: '127.0.0.1' }
  const first = { ...common, SessionId: one.SessionId, ClientId: scene.ClientId, CreateDate: signedIn - 1 }
  const second = { ...common, SessionId: other.SessionId, ClientId, CreateDate: signedIn, LastActiveDate: signedIn }
  const used = { ...first, LastActiveDate: seconds() }
  const { AccessToken } = other
  expect(await scene.call('ListUserSessions', { AccessToken })).toEqual({
    Sessions: [
      { ...used, IsCurrentSession: false },
      { ...second, IsCurrentSession: true },
    ],
  })
  expect(await list()).toEqual([used, second].map((session) => ({ ...session, IsCurrentSession: false })))
})

test('a session tells from where it was used last, and with what [D]', async () => {
  const { RefreshToken } = await signIn()
  expect(await list()).toMatchObject([{ LastIPAddress: '127.0.0.1', DeviceType: 'unknown' }])
  const AuthParameters = { REFRESH_TOKEN: RefreshToken }
  const input = { ClientId: scene.ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters }
  const request = requestFor(`${userPools.targetPrefix}.InitiateAuth`, JSON.stringify(input), scene.clock.now())
  const headers = { ...request.headers, 'user-agent': 'app/1 (Android)' }
  await knock(scene.door, { ...request, headers, remoteAddress: '192.0.2.7' })
  expect(await list()).toMatchObject([{ LastIPAddress: '192.0.2.7', DeviceType: 'app on Android' }])
})

test('rotating a refresh token is using the session', async () => {
  const RefreshTokenRotation = { Feature: on, RetryGracePeriodSeconds: 0 }
  const ExplicitAuthFlows = ['ALLOW_USER_PASSWORD_AUTH'] as const
  const { ClientId } = await scene.newClient({ RefreshTokenRotation, ExplicitAuthFlows })
  const [rotated, other] = [await signIn(ClientId), await signIn()]
  scene.clock.advance(5000)
  await scene.call('GetTokensFromRefreshToken', { RefreshToken: rotated.RefreshToken, ClientId })
  expect(await listed()).toEqual([rotated.SessionId, other.SessionId])
  expect((await list())[0]?.LastActiveDate).toEqual(seconds())
})

test('a sign-in beyond the limit ends the session used least recently, and a lower limit waits for one [D]', async () => {
  const [one, two, three] = [await signIn(), await signIn(), await signIn()]
  scene.clock.advance(1000)
  await scene.refresh(one.RefreshToken)
  const four = await signIn()
  expect(await listed()).toEqual([four, one, three].map(({ SessionId }) => SessionId))
  expect(await refusedWith(scene.refresh(two.RefreshToken))).toMatch(/^NotAuthorizedException/)
  expect(await refusedWith(scene.call('GetUser', { AccessToken: two.AccessToken }))).toMatch(/^NotAuthorizedException/)
  await track(1)
  expect(await listed()).toHaveLength(3)
  const { SessionId } = await signIn()
  expect(await listed()).toEqual([SessionId])
})

test('without tracking, signing in ends nothing', async () => {
  await track(1, 'DISABLED')
  const tokens = [await signIn(), await signIn()]
  await track(3)
  expect(await listed()).toEqual([tokens[1]?.SessionId, tokens[0]?.SessionId])
})

test('a session that a user revokes is gone with its tokens, and no other [D]', async () => {
  const [own, lost] = [await signIn(), await signIn()]
  const { AccessToken } = own
  const { SessionId } = lost
  expect(await scene.call('RevokeUserSession', { AccessToken, SessionId })).toEqual({})
  expect(await listed()).toEqual([own.SessionId])
  expect(await refusedWith(scene.refresh(lost.RefreshToken))).toMatch(/^NotAuthorizedException/)
  await scene.call('GetUser', { AccessToken })
  expect(await refusedWith(scene.call('RevokeUserSession', { AccessToken, SessionId }))).toBe(
    'ResourceNotFoundException: Session does not exist.',
  )
})

test('a user cannot revoke the session they ask with, an operator can [D]', async () => {
  const { AccessToken, SessionId } = await signIn()
  expect(await refusedWith(scene.call('RevokeUserSession', { AccessToken, SessionId }))).toBe(
    'InvalidParameterException: The current session cannot be revoked.',
  )
  expect(await revoke(SessionId)).toEqual({})
  expect(await listed()).toEqual([])
  expect(await refusedWith(scene.call('GetUser', { AccessToken }))).toMatch(/^NotAuthorizedException/)
})

test('nobody revokes a session of somebody else', async () => {
  const { SessionId, AccessToken } = await signIn()
  Username = `user-${(people += 1)}`
  await scene.newUser(Username)
  const other = await signIn()
  const refused = 'ResourceNotFoundException: Session does not exist.'
  expect(await refusedWith(revoke(SessionId))).toBe(refused)
  expect(await refusedWith(scene.call('RevokeUserSession', { AccessToken: other.AccessToken, SessionId }))).toBe(
    refused,
  )
  await scene.call('GetUser', { AccessToken })
})

test('sessions of a client that is gone, that were signed out of or have ended are not listed', async () => {
  const { ClientId } = await scene.newClient()
  await signIn(ClientId)
  const { AccessToken } = await signIn()
  await scene.call('DeleteUserPoolClient', { ...pool(), ClientId })
  expect(await listed()).toHaveLength(1)
  await scene.call('GlobalSignOut', { AccessToken })
  expect(await listed()).toEqual([])
  const { SessionId } = await signIn()
  expect(await listed()).toEqual([SessionId])
  scene.clock.advance(30 * 86_400_000)
  expect(await listed()).toEqual([])
  expect(await refusedWith(revoke(SessionId))).toBe('ResourceNotFoundException: Session does not exist.')
})

test('RevokeToken takes the session out of the list; there is no SSO session to go with it', async () => {
  const [one, other] = [await signIn(), await signIn()]
  const { ClientId } = scene
  await scene.call('RevokeToken', { Token: one.RefreshToken, ClientId, RevokeAssociatedSessions: 'LINKED' })
  expect(await listed()).toEqual([other.SessionId])
})

describe('is refused:', () => {
  test.each(['', 'tkn', `TKN${'0'.repeat(25)}`, `tkn${'0'.repeat(26)}`])('the malformed id %j', async (SessionId) => {
    expect(await refusedWith(revoke(SessionId))).toBe('InvalidParameterException: Invalid session id.')
  })

  test.each([`sso${'0'.repeat(25)}`, `tkn${'z'.repeat(25)}`])('the id %s, which nothing has', async (SessionId) => {
    expect(await refusedWith(revoke(SessionId))).toBe('ResourceNotFoundException: Session does not exist.')
  })

  test('a place in the list, which has one page', async () => {
    const { AccessToken } = await signIn()
    const refused = 'InvalidParameterException: Invalid pagination token.'
    expect(await refusedWith(scene.call('ListUserSessions', { AccessToken, NextToken: 'x' }))).toBe(refused)
    const asked = { ...pool(), Username, NextToken: 'x' }
    expect(await refusedWith(scene.call('AdminListUserSessions', asked))).toBe(refused)
  })

  test('whatever asks for sessions of a pool that does not track them', async () => {
    const { AccessToken, SessionId } = await signIn()
    await track(3, 'DISABLED')
    const asked = [
      scene.call('ListUserSessions', { AccessToken }),
      scene.call('RevokeUserSession', { AccessToken, SessionId }),
      list(),
      revoke(SessionId),
      scene.call('SetUserPoolClientSessionConfiguration', {
        ...pool(),
        ClientId: scene.ClientId,
        SSOSession: { MaxValidityMinutes: 1 },
      }),
    ]
    for (const refused of await Promise.all(asked.map(refusedWith)))
      expect(refused).toBe('OperationNotEnabledException: User session tracking is not enabled for this user pool.')
  })
})

describe('no session configuration for', () => {
  test('the Lite plan, also for a pool that tracks sessions [D]', async () => {
    const lite = { PoolName: 'p', UserPoolTier: 'LITE' } as const
    const UserPoolId = (await scene.call('CreateUserPool', lite)).UserPool?.Id ?? ''
    const { UserPoolClient } = await scene.call('CreateUserPoolClient', { UserPoolId, ClientName: 'c' })
    const ClientId = UserPoolClient?.ClientId ?? ''
    const refused = /^FeatureUnavailableInTierException: Session management/
    expect(await refusedWith(track(20, 'DISABLED', UserPoolId))).toMatch(refused)
    const SSOSession = { MaxValidityMinutes: 1 }
    const set = scene.call('SetUserPoolClientSessionConfiguration', { UserPoolId, ClientId, SSOSession })
    expect(await refusedWith(set)).toMatch(refused)
    const lowered = scene.call('UpdateUserPool', { ...pool(), UserPoolTier: 'LITE' })
    expect(await refusedWith(lowered)).toMatch(/^TierChangeNotAllowedException: .*Session Management/)
  })

  test.each([0, 101])('room for %d sessions', async (most) => {
    expect(await refusedWith(track(most))).toMatch(/^InvalidParameterException/)
  })

  test.each([-1, 129_601])('an SSO session of %d minutes', async (MaxValidityMinutes) => {
    const set = { ...pool(), ClientId: scene.ClientId, SSOSession: { MaxValidityMinutes } }
    expect(await refusedWith(scene.call('SetUserPoolClientSessionConfiguration', set))).toMatch(
      /^InvalidParameterException/,
    )
  })

  test('a pool of somebody else, a client and a user that are not there', async () => {
    for (const UserPoolId of await poolsOfOthers(scene)) {
      const ids = { UserPoolId, ClientId: scene.ClientId }
      const SSOSession = { MaxValidityMinutes: 1 }
      const asked = [
        track(1, on, UserPoolId),
        scene.call('GetUserPoolSessionConfiguration', { UserPoolId }),
        scene.call('SetUserPoolClientSessionConfiguration', { ...ids, SSOSession }),
        scene.call('GetUserPoolClientSessionConfiguration', ids),
        scene.call('AdminListUserSessions', { UserPoolId, Username }),
        scene.call('AdminRevokeUserSession', { UserPoolId, Username, SessionId: `tkn${'0'.repeat(25)}` }),
      ]
      for (const refused of await Promise.all(asked.map(refusedWith)))
        expect(refused).toBe(`ResourceNotFoundException: User pool ${UserPoolId} does not exist.`)
    }
    const ClientId = 'nobody'
    const configuration = scene.call('GetUserPoolClientSessionConfiguration', { ...pool(), ClientId })
    expect(await refusedWith(configuration)).toMatch(/^ResourceNotFoundException: User pool client/)
    Username = 'nobody'
    expect(await refusedWith(list())).toMatch(/^UserNotFoundException/)
    expect(await refusedWith(revoke(`tkn${'0'.repeat(25)}`))).toMatch(/^UserNotFoundException/)
  })
})
