import { afterEach, expect, test } from 'vitest'
import { mfaScene, outcomeOf, softwareTokenMfa, smsMfa, type MfaScene } from '../../testing/mfa-scene.ts'
import { goodPassword } from '../../testing/good-password.ts'
import { refusedWith } from '../../testing/refused-with.ts'
import { onEveryLevel } from '../../testing/threat-scene.ts'
import { tokensOf } from '../../testing/sign-in-scene.ts'

const blocked = 'NotAuthorizedException: Unable to login because of security reasons.'
const pool = { UserPoolTier: 'PLUS', UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } } as const
const optional = { MfaConfiguration: 'OPTIONAL' } as const

let scene: MfaScene | undefined
afterEach(() => scene?.[Symbol.asyncDispose]())

async function sceneWith(
  action: 'MFA_REQUIRED' | 'MFA_IF_CONFIGURED',
  config: Parameters<typeof mfaScene>[0] = { ...optional, ...softwareTokenMfa },
) {
  const it = await mfaScene(config, { pool })
  scene = it
  const { call, UserPoolId, ClientId } = it
  const SourceArn = 'arn:aws:ses:us-east-1:111122223333:identity/security@example.com'
  const MfaEmail = { Subject: 'Asked', TextBody: 'We asked for a second factor.' }
  const NotifyConfiguration = { SourceArn, MfaEmail }
  const AccountTakeoverRiskConfiguration = { Actions: onEveryLevel(action, true), NotifyConfiguration }
  await call('SetRiskConfiguration', { UserPoolId, AccountTakeoverRiskConfiguration })
  const from = (IpAddress: string, USERNAME = 'ada') => {
    it.clock.advance(1000)
    return call('AdminInitiateAuth', {
      UserPoolId,
      ClientId,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD: goodPassword },
      ContextData: { IpAddress, ServerName: 's', ServerPath: '/', HttpHeaders: [] },
    })
  }
  const lastEvent = async (Username = 'ada') =>
    (await call('AdminListUserAuthEvents', { UserPoolId, Username })).AuthEvents?.[0]
  return { ...it, from, lastEvent }
}

test.each(['MFA_REQUIRED', 'MFA_IF_CONFIGURED'] as const)(
  '%s asks for an authenticator that the user has not turned on, and only where there is a risk [D]',
  async (action) => {
    const { from, newUser, registers, respond, shown, lastEvent } = await sceneWith(action)
    await newUser('ada')
    const { AccessToken } = tokensOf(await from('192.0.2.1'))
    const secret = await registers(AccessToken)
    expect(outcomeOf(await from('192.0.2.1'))).toBe('tokens')
    const asked = await from('203.0.113.9')
    expect(asked.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
    expect(await lastEvent()).toMatchObject({
      EventResponse: 'InProgress',
      EventRisk: { RiskDecision: 'AccountTakeover', RiskLevel: 'Low' },
      ChallengeResponses: [{ ChallengeName: 'Password', ChallengeResponse: 'Success' }],
    })
    const answered = await respond('SOFTWARE_TOKEN_MFA', asked.Session, { SOFTWARE_TOKEN_MFA_CODE: shown(secret) })
    expect(outcomeOf(answered)).toBe('tokens')
    expect(await lastEvent()).toMatchObject({
      EventResponse: 'Pass',
      EventRisk: { RiskDecision: 'AccountTakeover', RiskLevel: 'Low' },
      ChallengeResponses: [
        { ChallengeName: 'Password', ChallengeResponse: 'Success' },
        { ChallengeName: 'Mfa', ChallengeResponse: 'Success' },
      ],
    })
    expect(outcomeOf(await from('203.0.113.9'))).toBe('tokens')
  },
)

test('who has no second factor is blocked where one is required, and let in where one is asked for if there is one [D]', async () => {
  const required = await sceneWith('MFA_REQUIRED')
  await required.newUser('ada')
  await required.from('192.0.2.1')
  expect(await refusedWith(required.from('203.0.113.9'))).toBe(blocked)
  await required[Symbol.asyncDispose]()
  const wanted = await sceneWith('MFA_IF_CONFIGURED')
  await wanted.newUser('ada')
  await wanted.from('192.0.2.1')
  expect(outcomeOf(await wanted.from('203.0.113.9'))).toBe('tokens')
})

test('of several second factors the user chooses', async () => {
  const { from, newUser, registers, respond, codeTo } = await sceneWith('MFA_REQUIRED', {
    ...optional,
    ...smsMfa,
    ...softwareTokenMfa,
  })
  const phone_number = '+15555550100'
  await newUser('ada', { attributes: { phone_number } })
  await registers(tokensOf(await from('192.0.2.1')).AccessToken)
  const asked = await from('203.0.113.9')
  expect(asked.ChallengeName).toBe('SELECT_MFA_TYPE')
  expect(JSON.parse(asked.ChallengeParameters?.['MFAS_CAN_CHOOSE'] ?? '')).toEqual(['SMS_MFA', 'SOFTWARE_TOKEN_MFA'])
  const chosen = await respond('SELECT_MFA_TYPE', asked.Session, { ANSWER: 'SMS_MFA' })
  expect(chosen.ChallengeName).toBe('SMS_MFA')
  const answered = await respond('SMS_MFA', chosen.Session, { SMS_MFA_CODE: await codeTo(phone_number) })
  expect(outcomeOf(answered)).toBe('tokens')
})

test('a wrong code under a risk fails, and makes the place no more familiar', async () => {
  const { from, newUser, registers, respond, lastEvent } = await sceneWith('MFA_REQUIRED')
  await newUser('ada')
  await registers(tokensOf(await from('192.0.2.1')).AccessToken)
  const asked = await from('203.0.113.9')
  const wrong = respond('SOFTWARE_TOKEN_MFA', asked.Session, { SOFTWARE_TOKEN_MFA_CODE: '000000' })
  expect(await refusedWith(wrong)).toMatch(/^CodeMismatchException/)
  expect(await lastEvent()).toMatchObject({
    EventResponse: 'Fail',
    ChallengeResponses: [
      { ChallengeName: 'Password', ChallengeResponse: 'Success' },
      { ChallengeName: 'Mfa', ChallengeResponse: 'Failure' },
    ],
  })
  expect((await from('203.0.113.9')).ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
})

test('a temporary password does not move the address that a risk asks at', async () => {
  const { from, newUser, respond, call, UserPoolId } = await sceneWith('MFA_REQUIRED', { ...optional, ...smsMfa })
  await newUser('ada', { attributes: { phone_number: '+15555550100' } })
  await from('192.0.2.1')
  const temporary = { UserPoolId, Username: 'ada', Password: goodPassword, Permanent: false }
  await call('AdminSetUserPassword', temporary)
  const { ChallengeName, Session } = await from('203.0.113.9')
  expect(ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
  const NEW_PASSWORD = 'Another-horse-2'
  const moved = { NEW_PASSWORD, 'userAttributes.phone_number': '+15555550199' }
  expect(await refusedWith(respond('NEW_PASSWORD_REQUIRED', Session, moved))).toBe(
    'InvalidParameterException: Cannot modify phone_number: a second factor is asked for there',
  )
  expect((await respond('NEW_PASSWORD_REQUIRED', Session, { NEW_PASSWORD })).ChallengeName).toBe('SMS_MFA')
})

test('who is asked for a second factor is told once [D]', async () => {
  const { from, newUser, registers, respond, shown, inbox } = await sceneWith('MFA_REQUIRED')
  await newUser('ada', { attributes: { email: 'ada@example.com', email_verified: 'true' } })
  const secret = await registers(tokensOf(await from('192.0.2.1')).AccessToken)
  const { Session } = await from('203.0.113.9')
  await respond('SOFTWARE_TOKEN_MFA', Session, { SOFTWARE_TOKEN_MFA_CODE: shown(secret) })
  expect((await inbox('ada@example.com')).map(({ subject }) => subject)).toEqual(['Asked'])
})
