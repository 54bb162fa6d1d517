import { describe, expect, test } from 'vitest'
import { adasEmail, adasPhone, choiceScene } from '../../testing/choice-scene.ts'
import { goodPassword } from '../../testing/good-password.ts'
import { outcomeOf } from '../../testing/mfa-scene.ts'
import { refusedWith } from '../../testing/refused-with.ts'
import { srpClient } from '../../testing/srp-client.ts'

const passwords = ['PASSWORD', 'PASSWORD_SRP']
const wrongPassword = 'NotAuthorizedException: Incorrect username or password.'
const onceOnly = 'NotAuthorizedException: Invalid session for the user, session can only be used once.'

describe('a sign-in by choice', () => {
  test('says what the user can begin with [D]', async () => {
    await using scene = await choiceScene()
    await scene.newAda()
    expect(await scene.start()).toEqual({
      ChallengeName: 'SELECT_CHALLENGE',
      ChallengeParameters: {},
      AvailableChallenges: [...passwords, 'EMAIL_OTP', 'SMS_OTP'],
      Session: expect.stringMatching(/^.{20,2048}$/),
    })
  })

  test('begins with what the client prefers, and says beside it what else there is [D]', async () => {
    await using scene = await choiceScene()
    await scene.newAda()
    expect(await scene.prefer('EMAIL_OTP')).toMatchObject({
      ChallengeName: 'EMAIL_OTP',
      ChallengeParameters: { CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL', CODE_DELIVERY_DESTINATION: 'a***@e***' },
      AvailableChallenges: [...passwords, 'EMAIL_OTP', 'SMS_OTP'],
    })
    expect(outcomeOf(await scene.prefer('WEB_AUTHN'))).toBe('SELECT_CHALLENGE')
  })

  test('needs a client that allows it [O]', async () => {
    await using scene = await choiceScene(undefined, { client: { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] } })
    await scene.newAda()
    expect(await refusedWith(scene.start())).toBe('InvalidParameterException: USER_AUTH is not enabled for the client.')
  })

  test('needs a name', async () => {
    await using scene = await choiceScene()
    expect(await refusedWith(scene.start({}, ''))).toBe(
      'InvalidParameterException: Missing required parameter USERNAME',
    )
  })
})

test('a sign-in by choice of an operator goes the same way', async () => {
  await using scene = await choiceScene()
  await scene.newAda()
  const { ClientId, UserPoolId } = scene
  const admin = { ClientId, UserPoolId }
  const asked = await scene.call('AdminInitiateAuth', {
    ...admin,
    AuthFlow: 'USER_AUTH',
    AuthParameters: { USERNAME: 'ada' },
  })
  expect(asked).toMatchObject({
    ChallengeName: 'SELECT_CHALLENGE',
    AvailableChallenges: [...passwords, 'EMAIL_OTP', 'SMS_OTP'],
  })
  const next = await scene.call('AdminRespondToAuthChallenge', {
    ...admin,
    ChallengeName: 'SELECT_CHALLENGE',
    Session: asked.Session,
    ChallengeResponses: { USERNAME: 'ada', ANSWER: 'SMS_OTP' },
  })
  const SMS_OTP_CODE = await scene.codeTo(adasPhone)
  const ended = await scene.call('AdminRespondToAuthChallenge', {
    ...admin,
    ChallengeName: 'SMS_OTP',
    Session: next.Session,
    ChallengeResponses: { USERNAME: 'ada', SMS_OTP_CODE },
  })
  expect(outcomeOf(ended)).toBe('tokens')
})

describe('a password by choice', () => {
  test('may come with the preference [D]', async () => {
    await using scene = await choiceScene()
    await scene.newAda()
    expect(outcomeOf(await scene.prefer('PASSWORD', { PASSWORD: goodPassword }))).toBe('tokens')
    expect(await refusedWith(scene.prefer('PASSWORD', { PASSWORD: 'Wrong-horse-1' }))).toBe(wrongPassword)
  })

  test('may come with the choice, or be asked for after it [D]', async () => {
    await using scene = await choiceScene()
    await scene.newAda()
    const { Session } = await scene.start()
    expect(await refusedWith(scene.select(Session, 'PASSWORD', { PASSWORD: 'Wrong-horse-1' }))).toBe(wrongPassword)
    expect(outcomeOf(await scene.select(Session, 'PASSWORD', { PASSWORD: goodPassword }))).toBe('tokens')
    scene.clock.advance(1)
    const asked = await scene.select((await scene.start()).Session, 'PASSWORD')
    expect(asked.ChallengeName).toBe('PASSWORD')
    expect(outcomeOf(await scene.respond('PASSWORD', asked.Session, { PASSWORD: goodPassword }))).toBe('tokens')
  })

  test('is counted and locked as any other', async () => {
    await using scene = await choiceScene()
    await scene.newAda()
    const { Session } = await scene.start()
    for (let n = 1; n <= 5; n++)
      expect(await refusedWith(scene.select(Session, 'PASSWORD', { PASSWORD: 'Wrong-horse-1' }))).toBe(wrongPassword)
    const locked = 'NotAuthorizedException: Password attempts exceeded'
    expect(await refusedWith(scene.select(Session, 'PASSWORD', { PASSWORD: goodPassword }))).toBe(locked)
    expect(await refusedWith(scene.byPassword('ada'))).toBe(locked)
  })

  test.each(['with the preference', 'with the choice', 'when it is asked'])(
    'is proved by SRP; its half comes %s',
    async (when) => {
      await using scene = await choiceScene()
      await scene.newAda()
      const srp = srpClient(scene.UserPoolId)
      const SRP_A = srp.SRP_A
      const question = async () => {
        if (when === 'with the preference') return scene.prefer('PASSWORD_SRP', { SRP_A })
        const { Session } = await scene.start()
        if (when === 'with the choice') return scene.select(Session, 'PASSWORD_SRP', { SRP_A })
        const asked = await scene.select(Session, 'PASSWORD_SRP')
        return scene.respond('PASSWORD_SRP', asked.Session, { SRP_A })
      }
      const { ChallengeName, ChallengeParameters = {}, Session } = await question()
      expect(ChallengeName).toBe('PASSWORD_VERIFIER')
      expect(Session).toMatch(/^.{20,2048}$/)
      const proof = srp.answer(ChallengeParameters, goodPassword, scene.clock.now())
      expect(outcomeOf(await scene.respond('PASSWORD_VERIFIER', Session, proof))).toBe('tokens')
    },
  )

  test('that is temporary is exchanged [O]', async () => {
    await using scene = await choiceScene()
    await scene.newAda({ status: 'FORCE_CHANGE_PASSWORD' })
    const { AvailableChallenges, Session } = await scene.start()
    expect(AvailableChallenges).toEqual(passwords)
    expect(outcomeOf(await scene.select(Session, 'PASSWORD', { PASSWORD: goodPassword }))).toBe('NEW_PASSWORD_REQUIRED')
  })
})

describe('the choice', () => {
  test('is made once', async () => {
    await using scene = await choiceScene()
    await scene.newAda()
    const { Session } = await scene.start()
    const asked = await scene.select(Session, 'EMAIL_OTP')
    expect(asked.ChallengeName).toBe('EMAIL_OTP')
    expect(await refusedWith(scene.select(Session, 'SMS_OTP'))).toBe(onceOnly)
    expect(await refusedWith(scene.select(Session, 'PASSWORD', { PASSWORD: goodPassword }))).toBe(onceOnly)
    expect(await scene.inbox(adasPhone)).toEqual([])
  })

  test('made many times at once, sends one code', async () => {
    await using scene = await choiceScene()
    await scene.newAda()
    const { Session } = await scene.start()
    const ends = await Promise.all(Array.from({ length: 5 }, () => refusedWith(scene.select(Session, 'EMAIL_OTP'))))
    expect(ends.filter((end) => end === 'not refused')).toHaveLength(1)
    expect(ends.filter((end) => end === onceOnly)).toHaveLength(4)
    expect(await scene.inbox(adasEmail)).toHaveLength(1)
  })

  test('made and answered at once in several ways, leads one way', async () => {
    await using scene = await choiceScene()
    await scene.newAda()
    const { Session } = await scene.start()
    const withPassword = () => refusedWith(scene.select(Session, 'PASSWORD', { PASSWORD: goodPassword }))
    const ways = [withPassword, () => refusedWith(scene.select(Session, 'EMAIL_OTP')), withPassword]
    const ends = await Promise.all([...ways, ...ways].map((way) => way()))
    expect(ends.toSorted()).toEqual([...Array.from({ length: 5 }, () => onceOnly), 'not refused'])
  })

  test('may be named as the challenge itself [D]', async () => {
    await using scene = await choiceScene()
    await scene.newAda()
    const { Session } = await scene.start()
    expect(outcomeOf(await scene.respond('EMAIL_OTP', Session, {}))).toBe('EMAIL_OTP')
    const again = await scene.start()
    expect(outcomeOf(await scene.respond('PASSWORD', again.Session, { PASSWORD: goodPassword }))).toBe('tokens')
  })

  test('is among what is there', async () => {
    await using scene = await choiceScene(['PASSWORD', 'EMAIL_OTP'])
    await scene.newAda()
    const { Session } = await scene.start()
    for (const unfit of ['SMS_OTP', 'WEB_AUTHN', 'SMS_MFA', 'SELECT_CHALLENGE', 'CUSTOM_CHALLENGE'])
      expect(await refusedWith(scene.select(Session, unfit))).toBe(
        'InvalidParameterException: The selected challenge is not available for the user.',
      )
    expect(await refusedWith(scene.respond('SELECT_CHALLENGE', Session, {}))).toBe(
      'InvalidParameterException: Missing required parameter ANSWER',
    )
    expect(outcomeOf(await scene.select(Session, 'EMAIL_OTP'))).toBe('EMAIL_OTP')
  })
})
