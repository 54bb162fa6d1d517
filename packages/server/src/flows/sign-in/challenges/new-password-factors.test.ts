import type { CreateUserPoolRequest } from '@cognate/wire/user-pools.ts'
import { expect, test } from 'vitest'
import { emailMfa, everyFactor, mfaScene, outcomeOf, smsMfa, softwareTokenMfa } from '../../../testing/mfa-scene.ts'
import { refusalOf } from '../../../testing/refusal-of.ts'

const temporary = 'Temporary-horse-3'
const phone = '+12065550100'

type Config = Parameters<typeof mfaScene>[0]

/** Ada, who has a phone, and whom an administrator gave a temporary password. */
async function resetAda(
  config: Config,
  preference: Readonly<Record<string, { readonly Enabled: boolean }>> = {},
  pool: Partial<CreateUserPoolRequest> = {},
) {
  const scene = await mfaScene(config, { pool })
  const { UserPoolId, call } = scene
  await scene.newUser('ada', { attributes: { phone_number: phone } })
  if (Object.keys(preference).length > 0) await scene.prefer(preference)
  await call('AdminSetUserPassword', { UserPoolId, Username: 'ada', Password: temporary })
  const { Session } = await scene.byPassword('ada', temporary)
  const answer = (attributes: Readonly<Record<string, string>>) =>
    scene.respond('NEW_PASSWORD_REQUIRED', Session, { NEW_PASSWORD: 'Brand-new-horse-2', ...attributes })
  return { ...scene, answer }
}

const refused = (name: string) =>
  `InvalidParameterException: Cannot modify ${name}: it decides which second factor is asked for`

test.each(['+12065550199', ''])(
  'a temporary password alone does not change the phone that codes go to into “%s”',
  async (other) => {
    const bySms = { SMSMfaSettings: { Enabled: true } }
    await using scene = await resetAda({ MfaConfiguration: 'OPTIONAL', ...smsMfa, ...softwareTokenMfa }, bySms)
    expect(await refusalOf(scene.answer({ 'userAttributes.phone_number': other }))).toBe(refused('phone_number'))
    expect(outcomeOf(await scene.answer({ 'userAttributes.phone_number': phone }))).toBe('SMS_MFA')
  },
)

test('a temporary password alone does not add another factor where one is required', async () => {
  await using scene = await resetAda({ MfaConfiguration: 'ON', ...smsMfa, ...emailMfa }, {})
  expect(await refusalOf(scene.answer({ 'userAttributes.phone_number': '' }))).toBe(refused('phone_number'))
  const swapped = { 'userAttributes.phone_number': '', 'userAttributes.email': 'eve@example.com' }
  expect(await refusalOf(scene.answer(swapped))).toBe(refused('phone_number'))
  expect(outcomeOf(await scene.answer({ 'userAttributes.name': 'Ada' }))).toBe('SMS_MFA')
})

test('an address of no factor may still be said', async () => {
  const preferred = { SMSMfaSettings: { Enabled: true, PreferredMfa: true } }
  await using scene = await resetAda({ MfaConfiguration: 'ON', ...everyFactor }, preferred)
  expect(outcomeOf(await scene.answer({ 'userAttributes.email': 'ada@example.com' }))).toBe('SMS_MFA')
})

test('an address that is required and missing may be said, and is no way around the factor there was', async () => {
  const RecoveryMechanisms = [{ Name: 'verified_phone_number', Priority: 1 }] as const
  const pool = { Schema: [{ Name: 'email', Required: true }], AccountRecoverySetting: { RecoveryMechanisms } }
  await using scene = await resetAda({ MfaConfiguration: 'ON', ...smsMfa, ...emailMfa }, {}, pool)
  expect(outcomeOf(await scene.answer({ 'userAttributes.email': 'eve@example.com' }))).toBe('SMS_MFA')
  expect(outcomeOf(await scene.byPassword('ada', 'Brand-new-horse-2'))).toBe('SMS_MFA')
  expect(await scene.inbox('eve@example.com')).toEqual([])
})
