import { describe, expect, test } from 'vitest'
import { adasEmail, adasPhone, choiceScene } from '../../../testing/choice-scene.ts'
import { outcomeOf } from '../../../testing/mfa-scene.ts'
import { refusedWith } from '../../../testing/refused-with.ts'

const wrongCode = 'CodeMismatchException: Invalid code or auth state for the user.'
const onceOnly = 'NotAuthorizedException: Invalid session for the user, session can only be used once.'

const codes = [
  { factor: 'EMAIL_OTP', answerName: 'EMAIL_OTP_CODE', to: adasEmail, flag: 'email_verified', other: 'SMS_OTP' },
  { factor: 'SMS_OTP', answerName: 'SMS_OTP_CODE', to: adasPhone, flag: 'phone_number_verified', other: 'EMAIL_OTP' },
] as const

type Way = (typeof codes)[number]

/** Ada was sent a code. */
async function asked(
  { factor, answerName, to }: Way,
  wishes: Parameters<typeof choiceScene>[1] = {},
  user: { readonly status?: 'UNCONFIRMED' | 'RESET_REQUIRED' } = {},
) {
  const scene = await choiceScene(undefined, wishes)
  await scene.newAda(user)
  const { Session } = await scene.prefer(factor)
  const code = await scene.codeTo(to)
  const answer = (given: string, session = Session) => scene.respond(factor, session, { [answerName]: given })
  return { ...scene, Session, code, answer, wrong: code === '00000000' ? '00000001' : '00000000' }
}

describe.each(codes)('$factor as first factor', (way) => {
  const { flag } = way

  test('is a code of eight digits [O], which proves the address [D]', async () => {
    await using scene = await asked(way)
    expect(scene.code).toMatch(/^\d{8}$/)
    expect(outcomeOf(await scene.answer(scene.code))).toBe('tokens')
    expect(await scene.profile()).toMatchObject({ [flag]: 'true', UserStatus: 'CONFIRMED' })
  })

  test('confirms a sign-up [D]', async () => {
    await using scene = await asked(way, {}, { status: 'UNCONFIRMED' })
    expect(outcomeOf(await scene.answer(scene.code))).toBe('tokens')
    expect(await scene.profile()).toMatchObject({ [flag]: 'true', UserStatus: 'CONFIRMED' })
  })

  test('lets in who was imported, or must set another password, and leaves that to them [D]', async () => {
    await using scene = await asked(way, {}, { status: 'RESET_REQUIRED' })
    expect(outcomeOf(await scene.answer(scene.code))).toBe('tokens')
    expect(await scene.profile()).toMatchObject({ UserStatus: 'RESET_REQUIRED' })
    expect(await refusedWith(scene.byPassword('ada'))).toContain('PasswordResetRequiredException')
  })

  test('wrong, leaves the session as it was [O], and locks after the fifth', async () => {
    await using scene = await asked(way)
    for (let n = 1; n <= 5; n++) expect(await refusedWith(scene.answer(scene.wrong))).toBe(wrongCode)
    expect(await refusedWith(scene.answer(scene.code))).toBe('NotAuthorizedException: Password attempts exceeded')
    expect(outcomeOf(await scene.byPassword('ada'))).toBe('tokens')
    scene.clock.advance(1_000)
    expect(outcomeOf(await scene.answer(scene.code))).toBe('tokens')
  })

  test('wrong many times at once, is counted each time', async () => {
    await using scene = await asked(way)
    const ends = await Promise.all(Array.from({ length: 20 }, () => refusedWith(scene.answer(scene.wrong))))
    expect(ends.filter((end) => end === wrongCode)).toHaveLength(5)
    expect(await refusedWith(scene.answer(scene.code))).toBe('NotAuthorizedException: Password attempts exceeded')
  })
})

describe.each(codes)('$factor as first factor,', (way) => {
  const { factor, answerName, to, other } = way

  test('missing, is asked for', async () => {
    await using scene = await asked(way)
    expect(await refusedWith(scene.respond(factor, scene.Session, {}))).toBe(
      `InvalidParameterException: Missing required parameter ${answerName}`,
    )
  })

  test('is sent so often an hour', async () => {
    await using scene = await asked(way)
    for (let n = 2; n <= 20; n++) await scene.prefer(factor)
    expect(await refusedWith(scene.prefer(factor))).toBe('TooManyRequestsException: Too many requests')
    expect(await scene.inbox(to)).toHaveLength(20)
    scene.clock.advance(3_600_000)
    expect(outcomeOf(await scene.prefer(factor))).toBe(factor)
  })

  test('of a disabled user is told so, after the right code alone', async () => {
    await using scene = await asked(way)
    await scene.call('AdminDisableUser', { UserPoolId: scene.UserPoolId, Username: 'ada' })
    expect(await refusedWith(scene.answer(scene.wrong))).toBe(wrongCode)
    expect(await refusedWith(scene.answer(scene.code))).toBe('NotAuthorizedException: User is disabled.')
  })

  test('is not what another question takes', async () => {
    await using scene = await asked(way)
    const otherName = `${other}_CODE`
    expect(await refusedWith(scene.respond(other, scene.Session, { [otherName]: scene.code }))).toBe(
      'NotAuthorizedException: Invalid session for the user.',
    )
  })

  test('is no way around a temporary password that was set meanwhile', async () => {
    await using scene = await asked(way)
    const ada = { UserPoolId: scene.UserPoolId, Username: 'ada' }
    await scene.call('AdminSetUserPassword', { ...ada, Password: 'Other-horse-1', Permanent: false })
    expect(await refusedWith(scene.answer(scene.code))).toBe(
      'InvalidParameterException: The selected challenge is not available for the user.',
    )
    await scene.call('AdminSetUserPassword', { ...ada, Password: 'Other-horse-1', Permanent: true })
    expect(outcomeOf(await scene.answer(scene.code))).toBe('tokens')
  })

  test('that nobody could send is refused', async () => {
    const mailroom = { carriers: {}, inbox: false }
    await using scene = await choiceScene(undefined, { mailroom })
    await scene.newAda()
    const refusal = /^InvalidUserPoolConfigurationException: Failed to deliver the code/
    expect(await refusedWith(scene.prefer(factor))).toMatch(refusal)
    const name = await scene.nobodyWith(['PASSWORD', 'PASSWORD_SRP', 'EMAIL_OTP', 'SMS_OTP'])
    expect(await refusedWith(scene.prefer(factor, {}, name))).toMatch(refusal)
  })

  test('is good once, and as long as the session', async () => {
    await using scene = await asked(way)
    expect(outcomeOf(await scene.answer(scene.code))).toBe('tokens')
    expect(await refusedWith(scene.answer(scene.code))).toBe(onceOnly)
    scene.clock.advance(1)
    const again = await scene.prefer(factor)
    const code = await scene.codeTo(to)
    scene.clock.advance(180_000)
    expect(await refusedWith(scene.answer(code, again.Session))).toContain('session is expired.')
  })
})
