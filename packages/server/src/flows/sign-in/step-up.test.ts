import type { InitiateAuthResponse } from '@cognate/wire/user-pools.ts'
import { describe, expect, test } from 'vitest'
import { goodPassword } from '../../testing/good-password.ts'
import { outcomeOf, smsMfa, wrongFor } from '../../testing/mfa-scene.ts'
import { refusedWith } from '../../testing/refused-with.ts'
import { tokensOf } from '../../testing/sign-in-scene.ts'
import { level, shownBy, stepUpScene, strengthIn } from '../../testing/step-up-scene.ts'

const token = 'SOFTWARE_TOKEN_MFA'
const seenOf = ({ ChallengeName, AvailableChallenges }: InitiateAuthResponse) => ({
  ChallengeName,
  AvailableChallenges,
})
const unreachable = 'InvalidParameterException: The user cannot satisfy any of the requested authentication levels.'

// "Step-up authentication with the USER_AUTH flow", authentication-flows-selection-sdk.html, is the source of [D] here.
describe('a sign-in that aims at a level', () => {
  test('asks for what leads there, though nobody asked for MFA [D]', async () => {
    await using scene = await stepUpScene()
    const { secret } = await scene.withToken()
    expect(outcomeOf(await scene.byPassword('ada'))).toBe('tokens')
    const choice = await scene.aimAt(level(4))
    expect(choice).toMatchObject({
      ChallengeName: 'SELECT_CHALLENGE',
      AvailableChallenges: ['PASSWORD', 'PASSWORD_SRP'],
    })
    const asked = await scene.aimAt(level(4), scene.withPassword)
    expect(outcomeOf(asked)).toBe(token)
    const ended = await scene.respond(token, asked.Session, { SOFTWARE_TOKEN_MFA_CODE: scene.shown(secret) })
    expect(strengthIn(ended)).toEqual(shownBy(level(4), 'pwd', 'otp', 'mfa'))
  })

  test('takes the first level that the user can reach, and does not mind unknown ones [D]', async () => {
    await using scene = await stepUpScene()
    const asked = await scene.aimAt(`urn:other ${level(4)} ${level(2)} ${level(1)}`)
    expect(asked.AvailableChallenges).toEqual(['EMAIL_OTP', 'SMS_OTP'])
    const { Session } = await scene.respond('SELECT_CHALLENGE', asked.Session, { ANSWER: 'EMAIL_OTP' })
    const ended = await scene.respond('EMAIL_OTP', Session, { EMAIL_OTP_CODE: await scene.codeTo(scene.email) })
    expect(strengthIn(ended)).toEqual(shownBy(level(2), 'email_otp'))
    expect(outcomeOf(await scene.aimAt(`${level(1)} ${level(2)}`, scene.withPassword))).toBe('tokens')
  })

  test('is refused where no level is known [D]', async () => {
    await using scene = await stepUpScene()
    expect(await refusedWith(scene.aimAt('urn:other 4'))).toBe(
      'InvalidParameterException: None of the TARGET_ACR_VALUES is valid.',
    )
  })

  test('knows levels by the names that the pool gives them [D]', async () => {
    const AcrConfiguration = { Level1: { AcrValue: 'basic' } }
    await using scene = await stepUpScene({}, { pool: { AcrConfiguration } })
    expect(await refusedWith(scene.aimAt(level(1)))).toContain('None of the TARGET_ACR_VALUES is valid.')
    expect(strengthIn(await scene.aimAt('basic', scene.withPassword))).toEqual(shownBy('basic', 'pwd'))
  })

  test('needs the Essentials plan [D]', async () => {
    await using scene = await stepUpScene()
    const { store } = scene.world
    const pool = await store.pools.find(scene.UserPoolId)
    if (!pool) throw new Error('The pool is gone')
    await store.decide([store.pools.save({ ...pool, settings: { ...pool.settings, UserPoolTier: 'LITE' } })])
    expect(await refusedWith(scene.aimAt(level(1)))).toContain('FeatureUnavailableInTierException: Step-up')
  })
})

describe('a second factor that is required', () => {
  test('is asked for whatever the level [D]', async () => {
    await using scene = await stepUpScene({ MfaConfiguration: 'ON', ...smsMfa })
    const asked = await scene.aimAt(level(1), scene.withPassword)
    expect(outcomeOf(asked)).toBe('SMS_MFA')
  })

  test('is chosen so that it leads to the level [D]', async () => {
    await using scene = await stepUpScene()
    const { secret } = await scene.withToken()
    await scene.prefer({ SMSMfaSettings: { Enabled: true, PreferredMfa: true } })
    expect(outcomeOf(await scene.byPassword('ada'))).toBe('SMS_MFA')
    const asked = await scene.aimAt(level(4), scene.withPassword)
    expect(outcomeOf(asked)).toBe(token)
    const ended = await scene.respond(token, asked.Session, { SOFTWARE_TOKEN_MFA_CODE: scene.shown(secret) })
    expect(strengthIn(ended)).toEqual(shownBy(level(4), 'pwd', 'otp', 'mfa'))
  })

  test('is a choice where several lead there', async () => {
    await using scene = await stepUpScene()
    await scene.withToken()
    const SoftwareTokenMfaSettings = { Enabled: true }
    await scene.prefer({ SoftwareTokenMfaSettings, EmailMfaSettings: { Enabled: true } })
    const asked = await scene.aimAt(level(3), scene.withPassword)
    expect(JSON.parse(asked.ChallengeParameters?.['MFAS_CAN_CHOOSE'] ?? '')).toEqual([token, 'EMAIL_OTP'])
    const chosen = await scene.respond('SELECT_MFA_TYPE', asked.Session, { ANSWER: 'EMAIL_OTP' })
    const ended = await scene.respond('EMAIL_OTP', chosen.Session, { EMAIL_OTP_CODE: await scene.codeTo(scene.email) })
    expect(strengthIn(ended)).toEqual(shownBy(level(3), 'pwd', 'email_otp', 'mfa'))
  })
})

describe('that a user cannot reach a level', () => {
  test('is told after the password, where the client hides who exists', async () => {
    await using scene = await stepUpScene()
    const asked = await scene.aimAt(level(4))
    const ends = new Set<unknown>()
    for (let n = 0; n < 40; n++)
      ends.add(JSON.stringify(await scene.aimAt(level(4), {}, `nobody-${n}`).then(seenOf, () => 'refused')))
    expect(ends).toContain(JSON.stringify(seenOf(asked)))
    expect(await refusedWith(scene.aimAt(level(4), { ...scene.withPassword, PASSWORD: 'Wrong-horse-1' }))).toContain(
      'Incorrect username or password.',
    )
    expect(await refusedWith(scene.aimAt(level(4), scene.withPassword))).toBe(unreachable)
  })

  test('does not show by the lower level that is taken instead', async () => {
    await using scene = await stepUpScene()
    const seenBy = async (name: string) => {
      const preferring = { PREFERRED_CHALLENGE: 'PASSWORD' }
      return JSON.stringify(seenOf(await scene.aimAt(`${level(4)} ${level(1)}`, preferring, name)))
    }
    const nobodies: string[] = []
    for (let n = 0; n < 150; n++) nobodies.push(await seenBy(`nobody-${n}`))
    expect(nobodies).toContain(await seenBy('ada'))
    await scene.withToken()
    expect(nobodies).toContain(await seenBy('ada'))
  })

  test('is told at once where it does not [D]', async () => {
    await using scene = await stepUpScene({}, { client: { PreventUserExistenceErrors: 'LEGACY' } })
    expect(await refusedWith(scene.aimAt(level(4)))).toBe(unreachable)
  })
})

/** Ada is signed in with her password, and has an authenticator. */
async function signedIn() {
  const scene = await stepUpScene()
  return { ...scene, ...(await scene.withToken()) }
}

describe('a step up from an access token', () => {
  test('asks only for what the token does not show [D]', async () => {
    await using scene = await signedIn()
    const { ACCESS_TOKEN } = scene
    const asked = await scene.aimAt(level(4), { ACCESS_TOKEN, MAX_AGE: '60' })
    expect(outcomeOf(asked)).toBe(token)
    const code = scene.shown(scene.secret)
    const wrong = await refusedWith(scene.respond(token, asked.Session, { SOFTWARE_TOKEN_MFA_CODE: wrongFor(code) }))
    expect(wrong).toContain('CodeMismatchException')
    const ended = await scene.respond(token, asked.Session, { SOFTWARE_TOKEN_MFA_CODE: code })
    expect(strengthIn(ended)).toEqual(shownBy(level(4), 'pwd', 'otp', 'mfa'))
    expect(tokensOf(ended).RefreshToken).not.toBe('')
    expect((await scene.call('GetUser', { AccessToken: ACCESS_TOKEN })).Username).toBe('ada')
  })

  test('keeps what it reached over refreshes [D]', async () => {
    await using scene = await signedIn()
    const asked = await scene.aimAt(level(4), { ACCESS_TOKEN: scene.ACCESS_TOKEN })
    const code = scene.shown(scene.secret)
    const { RefreshToken } = tokensOf(await scene.respond(token, asked.Session, { SOFTWARE_TOKEN_MFA_CODE: code }))
    scene.clock.advance(60_000)
    expect(strengthIn(await scene.refresh(RefreshToken))).toEqual(shownBy(level(4), 'pwd', 'otp', 'mfa'))
  })

  test('begins anew where the token is older than it may be [D]', async () => {
    await using scene = await signedIn()
    const { ACCESS_TOKEN } = scene
    scene.clock.advance(60_000)
    expect(outcomeOf(await scene.aimAt(level(4), { ACCESS_TOKEN, MAX_AGE: '60' }))).toBe('SELECT_CHALLENGE')
    expect(outcomeOf(await scene.aimAt(level(1), { ACCESS_TOKEN, MAX_AGE: '60', ...scene.withPassword }))).toBe(
      'tokens',
    )
    expect(outcomeOf(await scene.aimAt(level(4), { ACCESS_TOKEN, MAX_AGE: '90' }))).toBe(token)
  })

  test('asks for a password where a code was shown [D]', async () => {
    await using scene = await signedIn()
    const first = await scene.aimAt(level(2), { PREFERRED_CHALLENGE: 'EMAIL_OTP' })
    const EMAIL_OTP_CODE = await scene.codeTo(scene.email)
    const { AccessToken: ACCESS_TOKEN } = tokensOf(await scene.respond('EMAIL_OTP', first.Session, { EMAIL_OTP_CODE }))
    const asked = await scene.aimAt(level(3), { ACCESS_TOKEN })
    expect(asked).toMatchObject({
      ChallengeName: 'SELECT_CHALLENGE',
      AvailableChallenges: ['PASSWORD', 'PASSWORD_SRP'],
    })
    const ended = await scene.aimAt(level(3), { ACCESS_TOKEN, ...scene.withPassword })
    expect(strengthIn(ended)).toEqual(shownBy(level(3), 'email_otp', 'pwd', 'mfa'))
  })

  test('adds a code to a password where codes are first factors, and there is no second one', async () => {
    await using scene = await stepUpScene()
    const { AccessToken: ACCESS_TOKEN } = tokensOf(await scene.byPassword('ada'))
    const asked = await scene.aimAt(level(3), { ACCESS_TOKEN, PREFERRED_CHALLENGE: 'SMS_OTP' })
    expect(asked).toMatchObject({ ChallengeName: 'SMS_OTP', AvailableChallenges: ['EMAIL_OTP', 'SMS_OTP'] })
    const SMS_OTP_CODE = await scene.codeTo(scene.phone)
    const ended = await scene.respond('SMS_OTP', asked.Session, { SMS_OTP_CODE })
    expect(strengthIn(ended)).toEqual(shownBy(level(3), 'pwd', 'sms', 'mfa'))
    scene.clock.advance(1)
    const chosen = await scene.aimAt(level(3), { ACCESS_TOKEN, PREFERRED_CHALLENGE: 'EMAIL_OTP' })
    const EMAIL_OTP_CODE = await scene.codeTo(scene.email)
    const byMail = await scene.respond('EMAIL_OTP', chosen.Session, { EMAIL_OTP_CODE })
    expect(strengthIn(byMail)).toEqual(shownBy(level(3), 'pwd', 'email_otp', 'mfa'))
  })
})

describe('a step up from an access token', () => {
  test('is refused where the token shows the level, or is not the user’s, or none [D]', async () => {
    await using scene = await signedIn()
    const { ACCESS_TOKEN } = scene
    expect(await refusedWith(scene.aimAt(level(1), { ACCESS_TOKEN }))).toBe(
      'InvalidParameterException: The access token already satisfies the requested authentication level.',
    )
    await scene.newUser('bob')
    const notTheirs = 'NotAuthorizedException: Invalid Access Token'
    expect(await refusedWith(scene.aimAt(level(4), { ACCESS_TOKEN }, 'bob'))).toBe(notTheirs)
    expect(await refusedWith(scene.aimAt(level(4), { ACCESS_TOKEN }, 'nobody'))).toBe(notTheirs)
    expect(await refusedWith(scene.aimAt(level(4), { ACCESS_TOKEN: 'none' }))).toBe(notTheirs)
    const { ClientId } = await scene.newClient()
    const { AccessToken: ofAnotherClient } = tokensOf(await scene.byPassword('ada', goodPassword, ClientId))
    expect(await refusedWith(scene.aimAt(level(4), { ACCESS_TOKEN: ofAnotherClient }))).toBe(notTheirs)
    await scene.call('GlobalSignOut', { AccessToken: ACCESS_TOKEN })
    expect(await refusedWith(scene.aimAt(level(4), { ACCESS_TOKEN }))).toContain('Access Token has been revoked')
  })

  test('is refused where its parameters do not go together [D]', async () => {
    await using scene = await signedIn()
    const { ACCESS_TOKEN } = scene
    expect(await refusedWith(scene.aimAt('', { ACCESS_TOKEN }))).toBe(
      'InvalidParameterException: ACCESS_TOKEN requires TARGET_ACR_VALUES.',
    )
    for (const MAX_AGE of ['-1', '1.5', 'soon', '', '99999999999'])
      expect(await refusedWith(scene.aimAt(level(4), { ACCESS_TOKEN, MAX_AGE }))).toBe(
        'InvalidParameterException: MAX_AGE must be a number of seconds.',
      )
  })

  test('is no way to a password that an administrator wants exchanged', async () => {
    await using scene = await signedIn()
    const { ACCESS_TOKEN, UserPoolId } = scene
    await scene.call('AdminSetUserPassword', { UserPoolId, Username: 'ada', Password: 'Temporary-horse-1' })
    expect(await refusedWith(scene.aimAt(level(4), { ACCESS_TOKEN }))).toContain('Access Token has been revoked')
  })

  test('ends with the password that it began with', async () => {
    await using scene = await signedIn()
    const asked = await scene.aimAt(level(4), { ACCESS_TOKEN: scene.ACCESS_TOKEN })
    const change = { PreviousPassword: goodPassword, ProposedPassword: 'Other-horse-1' }
    await scene.call('ChangePassword', { AccessToken: scene.ACCESS_TOKEN, ...change })
    const SOFTWARE_TOKEN_MFA_CODE = scene.shown(scene.secret)
    expect(await refusedWith(scene.respond(token, asked.Session, { SOFTWARE_TOKEN_MFA_CODE }))).toContain(
      'session can only be used once.',
    )
  })
})
