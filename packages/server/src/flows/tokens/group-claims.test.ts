import { decodeJwt } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { signInScene, type SignInScene, tokensOf } from '../../testing/sign-in-scene.ts'

let scene: SignInScene
let username = ''
beforeAll(async () => {
  scene = await signInScene()
})

const [one, two] = ['arn:aws:iam::000000000000:role/one', 'arn:aws:iam::000000000000:role/two']
const created = new Set<string>()

/** A new user in new groups: what each is called, and has. */
async function userIn(groups: Readonly<Record<string, { readonly Precedence?: number; readonly RoleArn?: string }>>) {
  const { call, UserPoolId } = scene
  username = `user-${created.size}`
  await scene.newUser(username)
  created.add(username)
  for (const [GroupName, members] of Object.entries(groups)) {
    await call('CreateGroup', { UserPoolId, GroupName, ...members })
    await call('AdminAddUserToGroup', { UserPoolId, Username: username, GroupName })
  }
}

const ofGroups = (token: string) =>
  Object.fromEntries(Object.entries(decodeJwt(token)).filter(([name]) => /^cognito:(groups|.*role)/.test(name)))

/** What both tokens say of groups, whichever way the user came by them. */
async function claims() {
  const { IdToken, AccessToken, RefreshToken } = tokensOf(await scene.byPassword(username))
  const [bySrp, refreshed] = [tokensOf(await scene.bySrp(username)), tokensOf(await scene.refresh(RefreshToken))]
  const said = { id: ofGroups(IdToken), access: ofGroups(AccessToken) }
  for (const again of [bySrp, refreshed])
    expect({ id: ofGroups(again.IdToken), access: ofGroups(again.AccessToken) }).toEqual(said)
  return said
}

test('tokens name the groups, those that go first first; the ID token their roles as well [D]', async () => {
  await userIn({ late: { Precedence: 9, RoleArn: two }, plain: {}, first: { Precedence: 1, RoleArn: one } })
  const names = { 'cognito:groups': ['first', 'late', 'plain'] }
  expect(await claims()).toEqual({
    id: { ...names, 'cognito:roles': [one, two], 'cognito:preferred_role': one },
    access: names,
  })
})

test('without a best role, none is preferred [D]', async () => {
  await userIn({ left: { Precedence: 1, RoleArn: one }, right: { Precedence: 1, RoleArn: two } })
  expect((await claims()).id).toEqual({ 'cognito:groups': ['left', 'right'], 'cognito:roles': [one, two] })
})

test('who is in no group, or in one without a role, has no claim about it', async () => {
  await userIn({})
  expect(await claims()).toEqual({ id: {}, access: {} })
  await userIn({ roleless: { Precedence: 1 } })
  expect((await claims()).id).toEqual({ 'cognito:groups': ['roleless'] })
})

test('every change of a group acts on the next token, also of one that is refreshed', async () => {
  const { call, UserPoolId } = scene
  await userIn({ changing: {} })
  const { RefreshToken } = tokensOf(await scene.byPassword(username))
  const next = async () => ofGroups(tokensOf(await scene.refresh(RefreshToken)).IdToken)
  const GroupName = 'changing'
  await call('UpdateGroup', { UserPoolId, GroupName, RoleArn: one })
  expect(await next()).toEqual({
    'cognito:groups': [GroupName],
    'cognito:roles': [one],
    'cognito:preferred_role': one,
  })
  await call('AdminRemoveUserFromGroup', { UserPoolId, Username: username, GroupName })
  expect(await next()).toEqual({})
  await call('AdminAddUserToGroup', { UserPoolId, Username: username, GroupName })
  expect(await next()).toHaveProperty(['cognito:groups'], [GroupName])
  await call('DeleteGroup', { UserPoolId, GroupName })
  expect(await next()).toEqual({})
})

test('who chooses the first password at sign-in has the groups in the tokens of it', async () => {
  const { call, UserPoolId, ClientId } = scene
  await call('CreateGroup', { UserPoolId, GroupName: 'invited' })
  const invited = { UserPoolId, Username: 'invited', TemporaryPassword: 'Temporary-1' }
  await call('AdminCreateUser', { ...invited, MessageAction: 'SUPPRESS' })
  await call('AdminAddUserToGroup', { UserPoolId, Username: 'invited', GroupName: 'invited' })
  const { Session, ChallengeName } = await scene.byPassword('invited', 'Temporary-1')
  const ChallengeResponses = { USERNAME: 'invited', NEW_PASSWORD: 'Correct-horse-1' }
  const answer = { ClientId, ChallengeName: ChallengeName ?? 'NEW_PASSWORD_REQUIRED', Session, ChallengeResponses }
  const { AccessToken } = tokensOf(await call('RespondToAuthChallenge', answer))
  expect(ofGroups(AccessToken)).toEqual({ 'cognito:groups': ['invited'] })
})
