import { hash as bcrypt } from '@node-rs/bcrypt'
import { expect, test } from 'vitest'
import { goodPassword } from '../../testing/good-password.ts'
import { importScene } from '../../testing/import-scene.ts'
import { refusedWith } from '../../testing/refused-with.ts'
import { srpClient } from '../../testing/srp-client.ts'

/** Chosen elsewhere, where our policy was not asked. */
const old = 'horse'
const ada = {
  'cognito:username': 'ada',
  email: 'ada@example.com',
  password_hash: await bcrypt(old, { cost: 4 }),
}
const wrong = 'NotAuthorizedException: Incorrect username or password.'
const locked = 'NotAuthorizedException: Password attempts exceeded'

const flows = [
  'ALLOW_USER_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
] as const

/** A pool into which Ada came with the hash of her password, and Bob without one. */
async function imported(wishes: Parameters<typeof importScene>[0] = { client: { ExplicitAuthFlows: flows } }) {
  const scene = await importScene(wishes)
  const bob = { ...ada, 'cognito:username': 'bob', password_hash: '' }
  const costly = { ...ada, 'cognito:username': 'eve', password_hash: ada.password_hash.replace('$04$', '$31$') }
  const job = await scene.importFile(await scene.fileOf([ada, bob, costly], ['password_hash']), 'BCRYPT')
  expect(job).toMatchObject({ PasswordHashingAlgorithm: 'BCRYPT', ImportedUsers: 2, FailedUsers: 1 })
  const { call, ClientId, UserPoolId, clock } = scene
  async function bySrp(password: string) {
    const srp = srpClient(UserPoolId)
    const AuthParameters = { USERNAME: 'ada', SRP_A: srp.SRP_A }
    const { ChallengeParameters = {} } = await call('InitiateAuth', {
      ClientId,
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters,
    })
    const ChallengeResponses = srp.answer(ChallengeParameters, password, clock.now())
    return call('RespondToAuthChallenge', { ClientId, ChallengeName: 'PASSWORD_VERIFIER', ChallengeResponses })
  }
  const kept = async () => (await scene.world.store.users.findByName(UserPoolId, 'ada', ['username']))?.credentials
  return { ...scene, bySrp, kept }
}

test('who comes with the hash of their password is confirmed, and signs in with it [D]', async () => {
  await using scene = await imported()
  expect([await scene.statusOf('ada'), await scene.statusOf('bob')]).toEqual(['CONFIRMED', 'RESET_REQUIRED'])
  expect(JSON.stringify(await scene.kept())).not.toContain(ada.password_hash.slice(7))
  expect(await refusedWith(scene.signIn('ada', `${old}!`))).toBe(wrong)
  expect((await scene.signIn('ada', old)).AccessToken).not.toBe('')
})

test('the first sign-in that sends the password makes SRP possible, which looks wrong until then', async () => {
  await using scene = await imported()
  expect(await refusedWith(scene.bySrp(old))).toBe(wrong)
  await scene.signIn('ada', old)
  expect((await scene.kept())?.password?.kind).toBe('srp')
  expect((await scene.bySrp(old)).AuthenticationResult?.AccessToken).toBeTruthy()
  expect(await refusedWith(scene.bySrp(`${old}!`))).toBe(wrong)
  expect((await scene.signIn('ada', old)).AccessToken).not.toBe('')
})

test('a password that is chosen as first factor is kept in our way too', async () => {
  await using scene = await imported()
  const { ClientId } = scene
  const AuthParameters = { USERNAME: 'ada', PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: old }
  const { AuthenticationResult } = await scene.call('InitiateAuth', { ClientId, AuthFlow: 'USER_AUTH', AuthParameters })
  expect(AuthenticationResult?.AccessToken).toBeTruthy()
  expect((await scene.kept())?.password?.kind).toBe('srp')
})

test('SRP before that neither locks out nor forgets what was counted', async () => {
  await using scene = await imported()
  for (let n = 0; n < 12; n++) expect(await refusedWith(scene.bySrp(old))).toBe(wrong)
  for (let n = 0; n < 5; n++) {
    expect(await refusedWith(scene.signIn('ada', 'wrong'))).toBe(wrong)
    await refusedWith(scene.bySrp(old))
  }
  expect(await refusedWith(scene.bySrp(old))).toBe(locked)
  expect(await refusedWith(scene.signIn('ada', old))).toBe(locked)
})

test('where passwords are kept as Argon2id only, the imported one is too', async () => {
  await using scene = await imported({ pool: { UserPoolTags: { 'cognate:password-storage': 'argon2id' } } })
  await scene.signIn('ada', old)
  expect((await scene.kept())?.password?.kind).toBe('argon2id')
  expect((await scene.signIn('ada', old)).AccessToken).not.toBe('')
})

test('an imported password can be changed like any other', async () => {
  await using scene = await imported()
  const { AccessToken } = await scene.signIn('ada', old)
  await scene.call('ChangePassword', { AccessToken, PreviousPassword: old, ProposedPassword: goodPassword })
  expect(await refusedWith(scene.signIn('ada', old))).toBe(wrong)
  expect((await scene.bySrp(goodPassword)).AuthenticationResult?.AccessToken).toBeTruthy()
})

test('hashes are refused where the job does not say of what kind they are', async () => {
  await using scene = await importScene()
  const job = await scene.importFile(await scene.fileOf([ada], ['password_hash']))
  expect(job).toMatchObject({ Status: 'Failed', ImportedUsers: 0 })
})
