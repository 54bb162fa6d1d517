import { beforeAll, describe, expect, test } from 'vitest'
import { refusalOf } from '../../testing/refusal-of.ts'
import { signInScene, type SignInScene } from '../../testing/sign-in-scene.ts'

let scene: SignInScene
beforeAll(async () => {
  scene = await signInScene()
  await scene.newUser('disabled', { enabled: false })
  await scene.newUser('unconfirmed', { status: 'UNCONFIRMED' })
  await scene.newUser('to-reset', { status: 'RESET_REQUIRED' })
  await scene.newUser('invited', { status: 'FORCE_CHANGE_PASSWORD', temporaryUntil: scene.clock.now() })
})

const wrong = 'NotAuthorizedException: Incorrect username or password.'
const reasons = [
  ['disabled', 'NotAuthorizedException: User is disabled.'],
  ['unconfirmed', 'UserNotConfirmedException: User is not confirmed.'],
  ['to-reset', 'PasswordResetRequiredException: Password reset required for the user'],
  ['invited', 'NotAuthorizedException: Temporary password has expired and must be reset by an administrator.'],
] as const

describe.each(reasons)('a user who is %s', (name, reason) => {
  test('is told why with the right password, and only then', async () => {
    expect(await refusalOf(scene.byPassword(name, 'Wrong-horse-1'))).toBe(wrong)
    expect(await refusalOf(scene.byPassword(name))).toBe(reason)
  })

  test('is asked for an SRP proof like anybody, and told why with the right one only', async () => {
    expect(await refusalOf(scene.bySrp(name, 'Wrong-horse-1'))).toBe(wrong)
    expect(await refusalOf(scene.bySrp(name))).toBe(reason)
  })

  test('is not told while locked', async () => {
    for (let n = 0; n < 5; n++) await refusalOf(scene.byPassword(name, 'Wrong-horse-1'))
    expect(await refusalOf(scene.byPassword(name))).toBe('NotAuthorizedException: Password attempts exceeded')
  })
})
