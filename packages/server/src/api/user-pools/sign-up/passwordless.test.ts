import { describe, expect, test } from 'vitest'
import { adasEmail, choiceScene } from '../../../testing/choice-scene.ts'
import { goodPassword } from '../../../testing/good-password.ts'
import { outcomeOf } from '../../../testing/mfa-scene.ts'
import { listOf } from '../../../testing/people.ts'
import { refusedWith } from '../../../testing/refused-with.ts'
import { tokensOf } from '../../../testing/sign-in-scene.ts'

const unaddressed =
  'InvalidParameterException: A user without a password must have one of these attributes: email, phone_number'
const ada = { Username: 'ada', UserAttributes: listOf({ email: adasEmail }) }

type Scene = Awaited<ReturnType<typeof choiceScene>>

async function signsInByCode(scene: Scene): Promise<string> {
  const asked = await scene.start()
  expect(asked).toMatchObject({ ChallengeName: 'EMAIL_OTP', AvailableChallenges: ['EMAIL_OTP'] })
  const EMAIL_OTP_CODE = await scene.codeTo(adasEmail)
  const ended = await scene.respond('EMAIL_OTP', asked.Session, { EMAIL_OTP_CODE })
  expect(outcomeOf(ended)).toBe('tokens')
  return tokensOf(ended).AccessToken
}

describe('a sign-up without a password', () => {
  test.each([{}, { Password: '' }])(
    'is possible where a code is enough to sign in, which confirms it too [D] (%o)',
    async (password) => {
      await using scene = await choiceScene()
      await scene.call('SignUp', { ClientId: scene.ClientId, ...ada, ...password })
      expect(await scene.profile()).toMatchObject({ UserStatus: 'UNCONFIRMED', email_verified: 'false' })
      scene.clock.advance(1)
      await signsInByCode(scene)
      expect(await scene.profile()).toMatchObject({ UserStatus: 'CONFIRMED', email_verified: 'true' })
    },
  )

  test('is refused where it is not [D]', async () => {
    await using scene = await choiceScene(['PASSWORD'])
    expect(await refusedWith(scene.call('SignUp', { ClientId: scene.ClientId, ...ada }))).toBe(
      'InvalidParameterException: Missing required parameter PASSWORD',
    )
  })

  test('needs an address that a code could go to [K]', async () => {
    await using scene = await choiceScene()
    expect(await refusedWith(scene.call('SignUp', { ClientId: scene.ClientId, Username: 'ada' }))).toBe(unaddressed)
    await using other = await choiceScene(['PASSWORD', 'SMS_OTP'])
    expect(await refusedWith(other.call('SignUp', { ClientId: other.ClientId, ...ada }))).toBe(
      'InvalidParameterException: A user without a password must have one of these attributes: phone_number',
    )
  })

  test('leaves nobody a password to guess', async () => {
    await using scene = await choiceScene()
    await scene.call('SignUp', { ClientId: scene.ClientId, ...ada })
    for (const password of [goodPassword, ' '])
      expect(await refusedWith(scene.byPassword('ada', password))).toBe(
        'NotAuthorizedException: Incorrect username or password.',
      )
  })
})

describe('a user whom an administrator makes without a password', () => {
  test('is confirmed [K], hears nothing, and signs in with a code [D]', async () => {
    await using scene = await choiceScene()
    const { User } = await scene.call('AdminCreateUser', {
      UserPoolId: scene.UserPoolId,
      ...ada,
      TemporaryPassword: '',
    })
    expect(User).toMatchObject({ UserStatus: 'CONFIRMED', Enabled: true })
    expect(await scene.inbox(adasEmail)).toEqual([])
    await signsInByCode(scene)
  })

  test('has an address, and every attribute that the pool requires [D]', async () => {
    const Schema = [{ Name: 'family_name', Required: true }]
    await using scene = await choiceScene(undefined, { pool: { Schema } })
    const { UserPoolId } = scene
    expect(await refusedWith(scene.call('AdminCreateUser', { UserPoolId, ...ada }))).toContain('family_name')
    const named = { UserPoolId, Username: 'ada', UserAttributes: listOf({ family_name: 'Lovelace' }) }
    expect(await refusedWith(scene.call('AdminCreateUser', named))).toBe(unaddressed)
  })

  test('has one where the administrator gives one, or where codes are not enough', async () => {
    await using scene = await choiceScene()
    const given = { ...ada, TemporaryPassword: goodPassword }
    const { User } = await scene.call('AdminCreateUser', { UserPoolId: scene.UserPoolId, ...given })
    expect(User?.UserStatus).toBe('FORCE_CHANGE_PASSWORD')
    await using other = await choiceScene(['PASSWORD'])
    const { User: second } = await other.call('AdminCreateUser', { UserPoolId: other.UserPoolId, ...ada })
    expect(second?.UserStatus).toBe('FORCE_CHANGE_PASSWORD')
    expect(await other.codeTo(adasEmail)).not.toBe('none')
  })
})

test('whoever has no password sets one without a previous one, once [D]', async () => {
  await using scene = await choiceScene()
  await scene.call('AdminCreateUser', { UserPoolId: scene.UserPoolId, ...ada })
  const AccessToken = await signsInByCode(scene)
  const change = { AccessToken, ProposedPassword: goodPassword }
  expect(await refusedWith(scene.call('ChangePassword', { ...change, PreviousPassword: 'Wrong-horse-1' }))).toBe(
    'NotAuthorizedException: Incorrect username or password.',
  )
  const ends = await Promise.all([1, 2, 3].map(() => refusedWith(scene.call('ChangePassword', change))))
  expect(ends.filter((end) => end === 'not refused')).toHaveLength(1)
  expect(ends).toContain('InvalidParameterException: Missing required parameter PreviousPassword')
  expect(outcomeOf(await scene.byPassword('ada'))).toBe('tokens')
})

test('whoever has no password may recover to one [K]', async () => {
  await using scene = await choiceScene()
  const { ClientId, UserPoolId } = scene
  await scene.call('AdminCreateUser', { UserPoolId, ...ada })
  await signsInByCode(scene)
  scene.clock.advance(1)
  await scene.call('ForgotPassword', { ClientId, Username: 'ada' })
  const recovery = { ClientId, Username: 'ada', Password: goodPassword }
  await scene.call('ConfirmForgotPassword', { ...recovery, ConfirmationCode: await scene.codeTo(adasEmail) })
  expect(outcomeOf(await scene.byPassword('ada'))).toBe('tokens')
})

test('an administrator who resets a password that is not there leaves the code as the way in [K]', async () => {
  await using scene = await choiceScene()
  const { UserPoolId } = scene
  await scene.call('AdminCreateUser', { UserPoolId, ...ada })
  await signsInByCode(scene)
  scene.clock.advance(1)
  await scene.call('AdminResetUserPassword', { UserPoolId, Username: 'ada' })
  scene.clock.advance(1)
  expect(await signsInByCode(scene)).not.toBe('')
})
