import { expect, test } from 'vitest'
import {
  emailMfa,
  everyFactor,
  mfaScene,
  outcomeOf,
  smsMfa,
  softwareTokenMfa,
  wrongFor,
  type MfaScene,
} from '../../../testing/mfa-scene.ts'
import { refusedWith } from '../../../testing/refused-with.ts'
import { goodPassword } from '../../../testing/good-password.ts'
import { tokensOf } from '../../../testing/sign-in-scene.ts'

const required = { MfaConfiguration: 'ON', ...softwareTokenMfa } as const
const invalidSession = 'NotAuthorizedException: Invalid session for the user.'

async function setUp(scene: MfaScene, Session: string | undefined, FriendlyDeviceName?: string) {
  const associated = await scene.call('AssociateSoftwareToken', { Session: Session ?? '' })
  const secret = associated.SecretCode ?? ''
  const verified = await scene.call('VerifySoftwareToken', {
    Session: associated.Session ?? '',
    UserCode: scene.shown(secret),
    ...(FriendlyDeviceName === undefined ? {} : { FriendlyDeviceName }),
  })
  return { secret, verified, associated }
}

test('whoever has no factor sets up an authenticator, is let in, and is asked for it from then on', async () => {
  await using scene = await mfaScene(required)
  const user = await scene.newUser('ada')
  const question = await scene.bySrp('ada')
  expect(question).toMatchObject({
    ChallengeName: 'MFA_SETUP',
    ChallengeParameters: { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]', USER_ID_FOR_SRP: user.username },
  })
  const { secret, verified } = await setUp(scene, question.Session, 'Phone')
  expect(verified.Status).toBe('SUCCESS')
  const answer = await scene.respond('MFA_SETUP', verified.Session, {})
  expect(outcomeOf(answer)).toBe('tokens')
  expect(await scene.call('GetUser', { AccessToken: tokensOf(answer).AccessToken })).toMatchObject({
    UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
    PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
  })

  const next = await scene.bySrp('ada')
  expect(next).toMatchObject({
    ChallengeName: 'SOFTWARE_TOKEN_MFA',
    ChallengeParameters: { FRIENDLY_DEVICE_NAME: 'Phone' },
  })
  const show = (steps: number) =>
    scene.respond('SOFTWARE_TOKEN_MFA', next.Session, { SOFTWARE_TOKEN_MFA_CODE: scene.shown(secret, steps) })
  expect(await refusedWith(show(0))).toContain('Your software token has already been used once.')
  expect(outcomeOf(await show(1))).toBe('tokens')
})

test('set-up is not done before a code was verified', async () => {
  await using scene = await mfaScene(required)
  await scene.newUser('ada')
  const { Session } = await scene.byPassword('ada')
  const missing = 'SoftwareTokenMFANotFoundException: Software Token MFA does not exist for the user.'
  expect(await refusedWith(scene.respond('MFA_SETUP', Session, {}))).toBe(missing)
  const verifyEarly = scene.call('VerifySoftwareToken', { Session: Session ?? '', UserCode: '123456' })
  expect(await refusedWith(verifyEarly)).toBe(missing)
  const associated = await scene.call('AssociateSoftwareToken', { Session: Session ?? '' })
  const UserCode = wrongFor(scene.shown(associated.SecretCode ?? ''))
  const wrong = scene.call('VerifySoftwareToken', { Session: associated.Session ?? '', UserCode })
  expect(await refusedWith(wrong)).toBe('EnableSoftwareTokenMFAException: Code mismatch')
  expect(await refusedWith(scene.respond('MFA_SETUP', associated.Session, {}))).toBe(missing)
})

test('of two set-ups of one sign-in one ends it; one of another sign-in comes too late', async () => {
  await using scene = await mfaScene(required)
  await scene.newUser('ada')
  const [mine, stale] = [await scene.byPassword('ada'), await scene.byPassword('ada')]
  const [one, other] = [await setUp(scene, mine.Session), await setUp(scene, mine.Session)]
  const late = await setUp(scene, stale.Session)
  const ends = await Promise.all(
    [one, other].map(({ verified }) => refusedWith(scene.respond('MFA_SETUP', verified.Session, {}))),
  )
  expect(ends.filter((end) => end === 'not refused')).toHaveLength(1)
  expect(await refusedWith(scene.respond('MFA_SETUP', late.verified.Session, {}))).toBe(invalidSession)
})

test('a session of another question, an expired one and an invented one set up nothing', async () => {
  await using scene = await mfaScene({ MfaConfiguration: 'ON', ...everyFactor })
  await scene.newUser('ada', { attributes: { phone_number: '+15555550123' } })
  await scene.newUser('bob')
  const associate = (Session: string | undefined) =>
    refusedWith(scene.call('AssociateSoftwareToken', { Session: Session ?? '' }))
  const { Session: otherQuestion } = await scene.byPassword('ada')
  expect(await associate(otherQuestion)).toBe(invalidSession)
  expect(await associate('invented'.repeat(8))).toBe(invalidSession)
  const { Session } = await scene.byPassword('bob')
  scene.clock.advance(180_000)
  expect(await associate(Session)).toBe('NotAuthorizedException: Invalid session for the user, session is expired.')
  expect(await refusedWith(scene.call('AssociateSoftwareToken', {}))).toBe(
    'InvalidParameterException: Missing required parameter Session',
  )
})

test('the longest names fit into the session', async () => {
  await using scene = await mfaScene(required)
  const USERNAME = '語'.repeat(128)
  await scene.newUser(USERNAME)
  const { Session } = await scene.bySrp(USERNAME)
  const { verified } = await setUp(scene, Session, '語'.repeat(42))
  expect(outcomeOf(await scene.respond('MFA_SETUP', verified.Session, { USERNAME }))).toBe('tokens')
})

test('an e-mail address is taken, and proved by the code that is asked for next [D]', async () => {
  await using scene = await mfaScene({ MfaConfiguration: 'ON', ...emailMfa })
  await scene.newUser('ada')
  const { Session, ChallengeParameters } = await scene.byPassword('ada')
  expect(ChallengeParameters).toMatchObject({ MFAS_CAN_SETUP: '["EMAIL_OTP"]' })
  expect(await refusedWith(scene.respond('MFA_SETUP', Session, { email: 'nowhere' }))).toBe(
    'InvalidParameterException: Invalid email address format.',
  )
  const next = await scene.respond('MFA_SETUP', Session, { email: 'ada@example.com' })
  expect(next.ChallengeName).toBe('EMAIL_OTP')
  const EMAIL_OTP_CODE = await scene.codeTo('ada@example.com')
  const answer = await scene.respond('EMAIL_OTP', next.Session, { EMAIL_OTP_CODE })
  const { UserAttributes } = await scene.call('GetUser', { AccessToken: tokensOf(answer).AccessToken })
  expect(UserAttributes).toContainEqual({ Name: 'email', Value: 'ada@example.com' })
  expect(UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'true' })
})

test('an address that the client may not write is not taken', async () => {
  await using scene = await mfaScene({ MfaConfiguration: 'ON', ...emailMfa })
  await scene.newUser('ada')
  const { ClientId } = await scene.newClient({ WriteAttributes: ['name'] })
  const { Session = '' } = await scene.byPassword('ada', goodPassword, ClientId)
  const ChallengeResponses = { USERNAME: 'ada', email: 'ada@example.com' }
  const answer = scene.call('RespondToAuthChallenge', {
    ClientId,
    ChallengeName: 'MFA_SETUP',
    Session,
    ChallengeResponses,
  })
  expect(await refusedWith(answer)).toBe('NotAuthorizedException: A client attempted to write unauthorized attribute')
})

test('where nothing could be set up, the right password is told so [K]', async () => {
  await using scene = await mfaScene({ MfaConfiguration: 'ON', ...smsMfa })
  await scene.newUser('ada')
  expect(await refusedWith(scene.byPassword('ada'))).toBe(
    'InvalidParameterException: MFA is required, and the user has no factor and cannot set one up.',
  )
  expect(await refusedWith(scene.byPassword('ada', 'Wrong-horse-1'))).toContain('Incorrect username or password.')
})

test('the sign-in straight after a sign-up is let in once, though MFA is required [D]', async () => {
  await using scene = await mfaScene(required)
  await signsUp(scene, 'ada')
  const ends = await Promise.all([scene.byPassword('ada'), scene.byPassword('ada'), scene.bySrp('ada')])
  expect(ends.map(outcomeOf).toSorted()).toEqual(['MFA_SETUP', 'MFA_SETUP', 'tokens'])
})

test('an hour after the sign-up, after another password, or confirmed by an administrator it is not', async () => {
  await using scene = await mfaScene(required)
  const { UserPoolId, call } = scene
  await signsUp(scene, 'ada')
  scene.clock.advance(3_600_000)
  expect(outcomeOf(await scene.byPassword('ada'))).toBe('MFA_SETUP')

  await signsUp(scene, 'bob')
  await call('AdminSetUserPassword', { UserPoolId, Username: 'bob', Password: goodPassword, Permanent: true })
  expect(outcomeOf(await scene.byPassword('bob'))).toBe('MFA_SETUP')

  await call('SignUp', { ClientId: scene.ClientId, Username: 'eve', Password: goodPassword })
  await call('AdminConfirmSignUp', { UserPoolId, Username: 'eve' })
  expect(outcomeOf(await scene.byPassword('eve'))).toBe('MFA_SETUP')
})

async function signsUp({ call, ClientId, codeTo }: MfaScene, Username: string): Promise<void> {
  const address = `${Username}@example.com`
  const UserAttributes = [{ Name: 'email', Value: address }]
  await call('SignUp', { ClientId, Username, Password: goodPassword, UserAttributes })
  await call('ConfirmSignUp', { ClientId, Username, ConfirmationCode: await codeTo(address) })
}
