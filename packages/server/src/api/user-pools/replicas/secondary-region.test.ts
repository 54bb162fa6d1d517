import { afterAll, beforeEach, expect, test } from 'vitest'
import { callsFrom } from '../../../testing/calls-from.ts'
import { refusedWith } from '../../../testing/refused-with.ts'
import { replicaScene, type ReplicaScene } from '../../../testing/replica-scene.ts'
import { tokensOf } from '../../../testing/sign-in-scene.ts'

const onlyHere = 'is not supported in a secondary Region. The primary Region is us-east-1.'

let scene: ReplicaScene
const scenes: ReplicaScene[] = []
beforeEach(async () => {
  scene = await replicaScene()
  scenes.push(scene)
})
afterAll(async () => void (await Promise.all(scenes.map((each) => each[Symbol.asyncDispose]()))))

const signIn = (Username: string, call = scene.there) => {
  const AuthParameters = { USERNAME: Username, PASSWORD: 'Correct-horse-1' }
  return call('InitiateAuth', { ClientId: scene.ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters })
}

test('in the secondary Region people sign in, refresh, read themselves and sign out, and either Region takes the tokens [D]', async () => {
  await scene.createActive()
  await scene.newUser('ada')
  const { AccessToken, RefreshToken } = tokensOf(await signIn('ada'))
  expect(await scene.there('GetUser', { AccessToken })).toMatchObject({ Username: 'ada' })
  await scene.call('GetUser', { AccessToken })
  await scene.refresh(RefreshToken)
  await scene.there('GlobalSignOut', { AccessToken })
  expect(await refusedWith(scene.call('GetUser', { AccessToken }))).toMatch(/^NotAuthorizedException/)
})

test('in the secondary Region operators read users and sign them in, and nobody is created, changed or given a password [D]', async () => {
  await scene.createActive()
  await scene.newUser('ada')
  const { UserPoolId, ClientId } = scene
  const ada = { UserPoolId, Username: 'ada' }
  expect((await scene.there('ListUsers', { UserPoolId })).Users).toHaveLength(1)
  const AuthParameters = { USERNAME: 'ada', PASSWORD: 'Correct-horse-1' }
  const byAdmin = { UserPoolId, ClientId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' as const, AuthParameters }
  const { AccessToken } = tokensOf(await scene.there('AdminInitiateAuth', byAdmin))
  const UserAttributes = [{ Name: 'name', Value: 'Ada' }]
  const asked = {
    AdminCreateUser: scene.there('AdminCreateUser', { UserPoolId, Username: 'eve' }),
    AdminSetUserPassword: scene.there('AdminSetUserPassword', { ...ada, Password: 'Brand-new-horse-2' }),
    AdminUpdateUserAttributes: scene.there('AdminUpdateUserAttributes', { ...ada, UserAttributes }),
    AssociateSoftwareToken: scene.there('AssociateSoftwareToken', { AccessToken }),
    CreateUserPoolClient: scene.there('CreateUserPoolClient', { UserPoolId, ClientName: 'c' }),
    CreateUserPoolReplica: scene.there('CreateUserPoolReplica', { UserPoolId, RegionName: 'eu-west-1' }),
    ForgotPassword: scene.there('ForgotPassword', { ClientId, Username: 'ada' }),
    SignUp: scene.there('SignUp', { ClientId, Username: 'eve', Password: 'Correct-horse-1' }),
    UpdateUserAttributes: scene.there('UpdateUserAttributes', { AccessToken, UserAttributes }),
    UpdateUserPool: scene.there('UpdateUserPool', { UserPoolId }),
  }
  for (const [operation, call] of Object.entries(asked))
    expect(await refusedWith(call)).toBe(`OperationNotEnabledException: ${operation} ${onlyHere}`)
})

test('in the secondary Region no software token is asked for with success, nor a new password set [D]', async () => {
  await scene.createActive()
  await scene.newUser('new', { status: 'FORCE_CHANGE_PASSWORD' })
  const { ClientId, UserPoolId } = scene
  const { Session } = await signIn('new')
  const ChallengeResponses = { USERNAME: 'new', NEW_PASSWORD: 'Brand-new-horse-2' }
  for (const ChallengeName of ['NEW_PASSWORD_REQUIRED', 'SOFTWARE_TOKEN_MFA', 'MFA_SETUP'] as const) {
    const answer = { ClientId, ChallengeName, Session, ChallengeResponses }
    const refused = `OperationNotEnabledException: ${ChallengeName} ${onlyHere}`
    expect(await refusedWith(scene.there('RespondToAuthChallenge', answer))).toBe(refused)
    expect(await refusedWith(scene.there('AdminRespondToAuthChallenge', { ...answer, UserPoolId }))).toBe(refused)
  }
  const ChallengeName = 'NEW_PASSWORD_REQUIRED'
  await scene.call('RespondToAuthChallenge', { ClientId, ChallengeName, Session, ChallengeResponses })
})

test('an inactive replica tells operators about the pool, and serves no people [D]', async () => {
  await scene.createActive()
  await scene.newUser('ada')
  const { AccessToken } = tokensOf(await signIn('ada'))
  await scene.set('INACTIVE')
  const refused = 'OperationNotEnabledException: The replica of the user pool in us-west-2 is not active.'
  expect(await refusedWith(signIn('ada'))).toBe(refused)
  expect(await refusedWith(scene.there('GetUser', { AccessToken }))).toBe(refused)
  await scene.there('AdminGetUser', { UserPoolId: scene.UserPoolId, Username: 'ada' })
  await scene.there('UpdateUserPoolReplica', { ...scene.ids, Status: 'ACTIVE' })
  await signIn('ada')
})

test('a Region that has neither the pool nor its replica knows nothing of it', async () => {
  await scene.createActive()
  await scene.newUser('ada')
  const elsewhere = callsFrom('eu-west-1', scene)
  const { UserPoolId, ClientId } = scene
  expect(await refusedWith(signIn('ada', elsewhere))).toBe(
    `ResourceNotFoundException: User pool client ${ClientId} does not exist.`,
  )
  expect(await refusedWith(elsewhere('DescribeUserPool', { UserPoolId }))).toMatch(/^ResourceNotFoundException/)
  const { AccessToken } = tokensOf(await signIn('ada'))
  expect(await refusedWith(elsewhere('GetUser', { AccessToken }))).toMatch(/^NotAuthorizedException/)
})
