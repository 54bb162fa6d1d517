import { describe, expect, test } from 'vitest'
import { emailMfa, everyFactor, mfaScene, outcomeOf, smsMfa, wrongFor } from '../../../testing/mfa-scene.ts'
import { refusedWith } from '../../../testing/refused-with.ts'
import { tokensOf } from '../../../testing/sign-in-scene.ts'

const phone_number = '+15555550123'
const email = 'ada@example.com'
const wrong = 'CodeMismatchException: Invalid code or auth state for the user.'
const notAvailable = 'InvalidParameterException: The selected challenge is not available for the user.'
const offToken = { SoftwareTokenMfaSettings: { Enabled: false } } as const

const ways = [
  {
    challenge: 'SMS_MFA',
    answerName: 'SMS_MFA_CODE',
    config: smsMfa,
    to: phone_number,
    flag: 'phone_number_verified',
    attribute: 'phone_number',
    shown: { CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS', CODE_DELIVERY_DESTINATION: '+*******0123' },
    message: { channel: 'sms', text: /^Sign in with \d{6}$/ },
  },
  {
    challenge: 'EMAIL_OTP',
    answerName: 'EMAIL_OTP_CODE',
    config: emailMfa,
    to: email,
    flag: 'email_verified',
    attribute: 'email',
    shown: { CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL', CODE_DELIVERY_DESTINATION: 'a***@e***' },
    message: { channel: 'email', subject: 'Signing in', text: /^Enter \d{6}$/ },
  },
] as const

type Way = (typeof ways)[number]

/** A pool that requires it, and Ada, who has the address. */
async function requiring({ config, attribute, to, challenge, answerName }: Way) {
  const scene = await mfaScene({ MfaConfiguration: 'ON', ...config })
  await scene.newUser('ada', { attributes: { [attribute]: to } })
  const answer = (Session: string | undefined, code: string) =>
    scene.respond(challenge, Session, { [answerName]: code })
  const attributes = async () => {
    const { UserAttributes = [] } = await scene.call('AdminGetUser', { UserPoolId: scene.UserPoolId, Username: 'ada' })
    return Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]))
  }
  return { ...scene, answer, attributes }
}

describe.each(ways)('$challenge', (way) => {
  const { challenge, answerName, to, flag, shown, message } = way

  test('sends a code in the pool’s words, says where to, and lets in whoever has it; that proves the address [D]', async () => {
    await using scene = await requiring(way)
    const question = await scene.byPassword('ada')
    expect(question).toMatchObject({ ChallengeName: challenge, ChallengeParameters: shown })
    const [sent] = await scene.inbox(to)
    expect(sent).toMatchObject({
      ...message,
      text: expect.stringMatching(message.text),
      source: 'CustomMessage_Authentication',
    })
    expect((await scene.attributes())[flag]).not.toBe('true')
    expect(outcomeOf(await scene.answer(question.Session, sent?.code ?? ''))).toBe('tokens')
    expect((await scene.attributes())[flag]).toBe('true')
  })

  test('a wrong code leaves the session as it was [O]; wrong ones lock after the fifth [D]', async () => {
    await using scene = await requiring(way)
    const { Session } = await scene.byPassword('ada')
    const code = await scene.codeTo(to)
    expect(await refusedWith(scene.answer(Session, wrongFor(code)))).toBe(wrong)
    expect(await refusedWith(scene.respond(challenge, Session, {}))).toBe(
      `InvalidParameterException: Missing required parameter ${answerName}`,
    )
    expect(outcomeOf(await scene.answer(Session, code))).toBe('tokens')

    scene.clock.advance(1)
    const again = await scene.byPassword('ada')
    const next = await scene.codeTo(to)
    for (let n = 1; n <= 5; n++) expect(await refusedWith(scene.answer(again.Session, wrongFor(next)))).toBe(wrong)
    expect(await refusedWith(scene.answer(again.Session, next))).toBe(
      'NotAuthorizedException: Password attempts exceeded',
    )
    scene.clock.advance(1_000)
    expect(outcomeOf(await scene.answer(again.Session, next))).toBe('tokens')
  })

  test('a code is good once, for its own sign-in, and for as long as the session', async () => {
    await using scene = await requiring(way)
    const first = await scene.byPassword('ada')
    const code = await scene.codeTo(to)
    scene.clock.advance(1)
    const second = await scene.byPassword('ada')
    const other = await scene.codeTo(to)
    expect(await refusedWith(scene.answer(first.Session, other))).toBe(wrong)
    expect(outcomeOf(await scene.answer(first.Session, code))).toBe('tokens')
    expect(await refusedWith(scene.answer(first.Session, code))).toContain('session can only be used once.')
    scene.clock.advance(180_000)
    expect(await refusedWith(scene.answer(second.Session, other))).toContain('session is expired.')
  })
})

describe.each(ways)('$challenge, being sent,', (way) => {
  const { challenge, config, attribute, to } = way

  test('a code does not outlive the address it was sent to', async () => {
    await using scene = await requiring(way)
    const { Session } = await scene.byPassword('ada')
    const code = await scene.codeTo(to)
    const Value = attribute === 'email' ? 'eve@example.com' : '+15555550199'
    await scene.call('AdminUpdateUserAttributes', {
      UserPoolId: scene.UserPoolId,
      Username: 'ada',
      UserAttributes: [{ Name: attribute, Value }],
    })
    expect(await refusedWith(scene.answer(Session, code))).toBe(wrong)
  })

  test('an SRP proof sends one code, however often it is shown', async () => {
    await using scene = await requiring(way)
    const proof = await scene.startSrp('ada')
    const ends = await Promise.all(Array.from({ length: 4 }, () => refusedWith(scene.proveSrp(proof))))
    expect(ends.filter((end) => end === 'not refused')).toHaveLength(1)
    expect(await scene.inbox(to)).toHaveLength(1)
  })

  test('a right password has so many codes sent an hour, and a wrong one none', async () => {
    await using scene = await requiring(way)
    await refusedWith(scene.byPassword('ada', 'Wrong-horse-1'))
    expect(await scene.inbox(to)).toEqual([])
    for (let n = 1; n <= 20; n++) await scene.byPassword('ada')
    expect(await refusedWith(scene.byPassword('ada'))).toBe('TooManyRequestsException: Too many requests')
    expect(await scene.inbox(to)).toHaveLength(20)
    scene.clock.advance(3_600_000)
    expect(outcomeOf(await scene.byPassword('ada'))).toBe(challenge)
  })

  test('without a provider the right password is told so, and a wrong one is not', async () => {
    await using scene = await mfaScene(
      { MfaConfiguration: 'ON', ...config },
      { mailroom: { carriers: {}, inbox: false } },
    )
    await scene.newUser('ada', { attributes: { [attribute]: to } })
    expect(await refusedWith(scene.byPassword('ada'))).toMatch(
      /^InvalidUserPoolConfigurationException: Failed to deliver the code: no (SMS|e-mail) provider is configured\.$/,
    )
    for (let n = 1; n <= 5; n++)
      expect(await refusedWith(scene.byPassword('ada', 'Wrong-horse-1'))).toContain('Incorrect username or password.')
    expect(await refusedWith(scene.byPassword('ada'))).toBe('NotAuthorizedException: Password attempts exceeded')
  })

  test('a function that should have written the message refuses the sign-in while functions are not run', async () => {
    await using scene = await mfaScene(
      { MfaConfiguration: 'ON', ...config },
      { pool: { LambdaConfig: { CustomMessage: 'arn:aws:lambda:us-east-1:000000000000:function:f' } } },
    )
    await scene.newUser('ada', { attributes: { [attribute]: to } })
    expect(await refusedWith(scene.byPassword('ada'))).toContain('UnexpectedLambdaException: CustomMessage')
  })
})

describe.each([
  { challenge: 'SMS_MFA', to: phone_number, answerName: 'SMS_MFA_CODE', off: { SMSMfaSettings: { Enabled: false } } },
  { challenge: 'EMAIL_OTP', to: email, answerName: 'EMAIL_OTP_CODE', off: { EmailMfaSettings: { Enabled: false } } },
  { challenge: 'SOFTWARE_TOKEN_MFA', to: 'none', answerName: 'SOFTWARE_TOKEN_MFA_CODE', off: offToken },
] as const)('$challenge that was asked for', ({ challenge, to, answerName, off }) => {
  /** Ada is asked for it, and has its code. */
  async function asked() {
    const scene = await mfaScene({ MfaConfiguration: 'OPTIONAL', ...everyFactor })
    await scene.newUser('ada', { attributes: { email, phone_number } })
    const secret = await scene.registers(tokensOf(await scene.byPassword('ada')).AccessToken)
    await scene.prefer({
      SMSMfaSettings: { Enabled: true },
      EmailMfaSettings: { Enabled: true },
      SoftwareTokenMfaSettings: { Enabled: true },
    })
    const choice = await scene.byPassword('ada')
    const { Session } = await scene.respond('SELECT_MFA_TYPE', choice.Session, { ANSWER: challenge })
    const code = challenge === 'SOFTWARE_TOKEN_MFA' ? scene.shown(secret) : await scene.codeTo(to)
    const answer = () => refusedWith(scene.respond(challenge, Session, { [answerName]: code }))
    return { ...scene, answer }
  }

  test('is a second factor no more once the user, or an administrator, turned it off', async () => {
    await using scene = await asked()
    await scene.prefer(off)
    expect(await scene.answer()).toBe(notAvailable)
    await scene.prefer(Object.fromEntries(Object.keys(off).map((name) => [name, { Enabled: true }])))
    expect(await scene.answer()).toBe('not refused')
  })

  test('is none once the pool asks for none', async () => {
    await using scene = await asked()
    await scene.configure({ MfaConfiguration: 'OFF' })
    expect(await scene.answer()).toBe(notAvailable)
  })

  test('stays one when another is turned off', async () => {
    await using scene = await asked()
    await scene.prefer(
      challenge === 'SMS_MFA' ? { EmailMfaSettings: { Enabled: false } } : { SMSMfaSettings: { Enabled: false } },
    )
    expect(await scene.answer()).toBe('not refused')
  })
})

test('e-mail codes are taken under the name that the guide has for them too [D]', async () => {
  await using scene = await mfaScene({ MfaConfiguration: 'ON', ...emailMfa })
  await scene.newUser('ada', { attributes: { email } })
  const { Session } = await scene.byPassword('ada')
  expect(outcomeOf(await scene.respond('EMAIL_OTP', Session, { EMAIL_MFA_CODE: await scene.codeTo(email) }))).toBe(
    'tokens',
  )
})

test('a choice is offered in AWS’s words and leads to what was chosen', async () => {
  await using scene = await mfaScene({ MfaConfiguration: 'OPTIONAL', ...everyFactor })
  await scene.newUser('ada', { attributes: { email, phone_number } })
  await scene.prefer({ SMSMfaSettings: { Enabled: true }, EmailMfaSettings: { Enabled: true } })
  const question = await scene.byPassword('ada')
  expect(question).toMatchObject({
    ChallengeName: 'SELECT_MFA_TYPE',
    ChallengeParameters: { MFAS_CAN_CHOOSE: '["SMS_MFA","EMAIL_OTP"]' },
  })
  const choose = (ANSWER: string) => scene.respond('SELECT_MFA_TYPE', question.Session, { ANSWER })
  for (const unfit of ['SOFTWARE_TOKEN_MFA', 'PASSWORD', ''])
    expect(await refusedWith(choose(unfit))).toBe('InvalidParameterException: Invalid MFA type.')
  expect(await refusedWith(scene.respond('SELECT_MFA_TYPE', question.Session, {}))).toBe(
    'InvalidParameterException: Missing required parameter ANSWER',
  )
  const asked = await choose('EMAIL_MFA')
  expect(asked.ChallengeName).toBe('EMAIL_OTP')
  expect(await scene.inbox(phone_number)).toEqual([])
  expect(await refusedWith(choose('SMS_MFA'))).toContain('session can only be used once.')
  const EMAIL_OTP_CODE = await scene.codeTo(email)
  expect(await refusedWith(scene.respond('SMS_MFA', asked.Session, { SMS_MFA_CODE: EMAIL_OTP_CODE }))).toBe(
    'NotAuthorizedException: Invalid session for the user.',
  )
  expect(outcomeOf(await scene.respond('EMAIL_OTP', asked.Session, { EMAIL_OTP_CODE }))).toBe('tokens')
})

test('choosing does not forget wrong codes', async () => {
  await using scene = await mfaScene({ MfaConfiguration: 'OPTIONAL', ...everyFactor })
  await scene.newUser('ada', { attributes: { email, phone_number } })
  await scene.prefer({ SMSMfaSettings: { Enabled: true }, EmailMfaSettings: { Enabled: true } })
  const guess = async () => {
    const { Session } = await scene.byPassword('ada')
    const asked = await scene.respond('SELECT_MFA_TYPE', Session, { ANSWER: 'SMS_MFA' })
    const SMS_MFA_CODE = wrongFor(await scene.codeTo(phone_number))
    return refusedWith(scene.respond('SMS_MFA', asked.Session, { SMS_MFA_CODE }))
  }
  for (let n = 1; n <= 5; n++) expect(await guess()).toBe(wrong)
  expect(await guess()).toContain('Password attempts exceeded')
})
