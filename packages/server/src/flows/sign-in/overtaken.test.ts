import { expect, test } from 'vitest'
import { openSqliteStore } from '../../store/open-sqlite-store.ts'
import { goodPassword } from '../../testing/good-password.ts'
import { refusalOf } from '../../testing/refusal-of.ts'
import { signInScene, type SignInScene } from '../../testing/sign-in-scene.ts'

const wrong = 'NotAuthorizedException: Incorrect username or password.'

/** A scene in which something happens between the judgement of the next answer and what is decided of it. */
async function overtakenScene() {
  const store = await openSqliteStore({ memory: true })
  let meanwhile: (() => Promise<unknown>) | undefined
  const decide: typeof store.decide = async (statements) => {
    const happens = meanwhile
    meanwhile = undefined
    await happens?.()
    await store.decide(statements)
  }
  const scene = await signInScene({}, { store: { ...store, decide } })
  await scene.newUser('ada')
  return { scene, before: (happens: () => Promise<unknown>) => (meanwhile = happens) }
}

type Happening = (scene: SignInScene) => Promise<unknown>

const ofAda = ({ UserPoolId }: SignInScene) => ({ UserPoolId, Username: 'ada' })
const newPassword: Happening = (scene) =>
  scene.call('AdminSetUserPassword', { ...ofAda(scene), Password: 'Brand-new-horse-1', Permanent: true })
const disable: Happening = (scene) => scene.call('AdminDisableUser', ofAda(scene))
const remove: Happening = (scene) => scene.call('AdminDeleteUser', ofAda(scene))
const rename: Happening = (scene) =>
  scene.call('AdminUpdateUserAttributes', { ...ofAda(scene), UserAttributes: [{ Name: 'name', Value: 'Ada' }] })
const signOut: Happening = (scene) => scene.call('AdminUserGlobalSignOut', ofAda(scene))

test.each([
  ['another password', newPassword, wrong],
  ['being disabled', disable, 'NotAuthorizedException: User is disabled.'],
  ['being deleted', remove, wrong],
  ['another name', rename, 'accepted'],
  ['a sign-out', signOut, 'accepted'],
] as const)('a sign-in that is overtaken by %s is judged by it', async (_, happening, outcome) => {
  for (const way of ['bySrp', 'byPassword'] as const) {
    const { scene, before } = await overtakenScene()
    await using _scene = scene
    before(() => happening(scene))
    expect(await refusalOf(scene[way]('ada', goodPassword))).toBe(outcome)
  }
})

test('a temporary password that is replaced as it is proved leads to no question', async () => {
  const { scene, before } = await overtakenScene()
  await using _scene = scene
  await scene.newUser('grace', { status: 'FORCE_CHANGE_PASSWORD' })
  const replaced = { UserPoolId: scene.UserPoolId, Username: 'grace', Password: 'Brand-new-horse-1' }
  before(() => scene.call('AdminSetUserPassword', { ...replaced, Permanent: false }))
  expect(await refusalOf(scene.byPassword('grace', goodPassword))).toBe(wrong)
})
