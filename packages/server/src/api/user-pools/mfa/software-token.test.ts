import { expect, test } from 'vitest'
import { everyFactor, mfaScene, outcomeOf, smsMfa, softwareTokenMfa, wrongFor } from '../../../testing/mfa-scene.ts'
import { refusedWith } from '../../../testing/refused-with.ts'
import { tokensOf } from '../../../testing/sign-in-scene.ts'

const optional = { MfaConfiguration: 'OPTIONAL', ...softwareTokenMfa } as const
const notOffered = 'SoftwareTokenMFANotFoundException: Software Token MFA has not been enabled by the userPool'
const missing = 'SoftwareTokenMFANotFoundException: Software Token MFA does not exist for the user.'

async function signedIn() {
  const scene = await mfaScene(optional)
  await scene.newUser('ada')
  const { AccessToken } = tokensOf(await scene.byPassword('ada'))
  return { ...scene, AccessToken }
}

test('a verified authenticator is asked for only once it is turned on [D]', async () => {
  await using scene = await signedIn()
  const { AccessToken, call } = scene
  const { SecretCode = '', Session } = await call('AssociateSoftwareToken', { AccessToken })
  expect(SecretCode).toMatch(/^[A-Z2-7]{52}$/)
  expect(Session).toBeUndefined()
  expect(await call('VerifySoftwareToken', { AccessToken, UserCode: scene.shown(SecretCode) })).toEqual({
    Status: 'SUCCESS',
  })
  expect(outcomeOf(await scene.byPassword('ada'))).toBe('tokens')
  await call('SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings: { Enabled: true } })
  expect(outcomeOf(await scene.byPassword('ada'))).toBe('SOFTWARE_TOKEN_MFA')
})

test('a wrong first code registers nothing, and the right one still does', async () => {
  await using scene = await signedIn()
  const { AccessToken, call } = scene
  expect(await refusedWith(call('VerifySoftwareToken', { AccessToken, UserCode: '123456' }))).toBe(missing)
  const { SecretCode = '' } = await call('AssociateSoftwareToken', { AccessToken })
  const code = scene.shown(SecretCode)
  expect(await refusedWith(call('VerifySoftwareToken', { AccessToken, UserCode: wrongFor(code) }))).toBe(
    'EnableSoftwareTokenMFAException: Code mismatch',
  )
  expect((await call('VerifySoftwareToken', { AccessToken, UserCode: code })).Status).toBe('SUCCESS')
  expect(await refusedWith(call('VerifySoftwareToken', { AccessToken, UserCode: code }))).toBe(missing)
})

test('a new key replaces an older one that was not verified, and a verified one only when it is verified itself', async () => {
  await using scene = await mfaScene(optional)
  const { secret, AccessToken } = await scene.adaWithToken()
  const { call } = scene
  const first = await call('AssociateSoftwareToken', { AccessToken })
  const second = await call('AssociateSoftwareToken', { AccessToken })
  const verify = (UserCode: string) => call('VerifySoftwareToken', { AccessToken, UserCode })
  expect(await refusedWith(verify(scene.shown(first.SecretCode ?? '')))).toContain('Code mismatch')

  const signIn = async (SOFTWARE_TOKEN_MFA_CODE: string) => {
    const { Session } = await scene.byPassword('ada')
    return refusedWith(scene.respond('SOFTWARE_TOKEN_MFA', Session, { SOFTWARE_TOKEN_MFA_CODE }))
  }
  expect(await signIn(scene.shown(secret))).toBe('not refused')
  await verify(scene.shown(second.SecretCode ?? ''))
  scene.clock.advance(30_000)
  expect(await signIn(scene.shown(secret))).toContain('CodeMismatchException')
  expect(await signIn(scene.shown(second.SecretCode ?? ''))).toBe('not refused')
})

test('keys are kept sealed', async () => {
  await using scene = await mfaScene(optional)
  const { user, secret, AccessToken } = await scene.adaWithToken()
  const { SecretCode = '' } = await scene.call('AssociateSoftwareToken', { AccessToken })
  const kept = JSON.stringify(await scene.world.store.users.findBySub(scene.UserPoolId, user.sub))
  expect(kept).toContain('softwareToken')
  expect(kept).not.toContain(secret)
  expect(kept).not.toContain(SecretCode)
})

test('an authenticator has a name, of bounded length', async () => {
  await using scene = await signedIn()
  const { AccessToken, call } = scene
  const { SecretCode = '' } = await call('AssociateSoftwareToken', { AccessToken })
  const verify = (FriendlyDeviceName: string) =>
    refusedWith(call('VerifySoftwareToken', { AccessToken, UserCode: scene.shown(SecretCode), FriendlyDeviceName }))
  expect(await verify('x'.repeat(129))).toBe(
    'InvalidParameterException: FriendlyDeviceName must have length less than or equal to 128',
  )
  expect(await verify('é'.repeat(65))).toContain('InvalidParameterException')
  expect(await verify('x'.repeat(128))).toBe('not refused')
})

test('a pool without authenticators registers none [D]', async () => {
  await using scene = await mfaScene({ MfaConfiguration: 'OPTIONAL', ...smsMfa })
  await scene.newUser('ada')
  const { AccessToken } = tokensOf(await scene.byPassword('ada'))
  expect(await refusedWith(scene.call('AssociateSoftwareToken', { AccessToken }))).toBe(notOffered)
  expect(await refusedWith(scene.call('VerifySoftwareToken', { AccessToken, UserCode: '123456' }))).toBe(notOffered)
})

test('both need an access token that is live', async () => {
  await using scene = await signedIn()
  const { AccessToken, call } = scene
  await call('GlobalSignOut', { AccessToken })
  for (const ended of [
    call('AssociateSoftwareToken', { AccessToken }),
    call('VerifySoftwareToken', { AccessToken, UserCode: '123456' }),
    call('SetUserMFAPreference', { AccessToken }),
    call('SetUserSettings', { AccessToken, MFAOptions: [] }),
    call('GetUserAuthFactors', { AccessToken }),
  ])
    expect(await refusedWith(ended)).toBe('NotAuthorizedException: Access Token has been revoked')
})

test('an administrator takes an authenticator away; the other factors stay', async () => {
  await using scene = await mfaScene({ MfaConfiguration: 'OPTIONAL', ...everyFactor })
  await scene.newUser('ada', { attributes: { phone_number: '+15555550123' } })
  const { AccessToken } = tokensOf(await scene.byPassword('ada'))
  await scene.registers(AccessToken)
  await scene.prefer({
    SMSMfaSettings: { Enabled: true },
    SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
  })
  const { UserPoolId, call } = scene
  const take = () => call('AdminDeleteSoftwareToken', { UserPoolId, Username: 'ada' })
  expect(await take()).toEqual({})
  const { UserMFASettingList, PreferredMfaSetting } = await call('AdminGetUser', { UserPoolId, Username: 'ada' })
  expect([UserMFASettingList, PreferredMfaSetting]).toEqual([['SMS_MFA'], undefined])
  expect(outcomeOf(await scene.byPassword('ada'))).toBe('SMS_MFA')
  expect(await refusedWith(scene.prefer({ SoftwareTokenMfaSettings: { Enabled: true } }))).toContain(
    'turn on SOFTWARE_TOKEN_MFA',
  )
  expect(await take()).toEqual({})
  expect(await refusedWith(call('AdminDeleteSoftwareToken', { UserPoolId, Username: 'nobody' }))).toBe(
    'UserNotFoundException: User does not exist.',
  )
})

test('a key that was given out before does not register after it was taken away', async () => {
  await using scene = await signedIn()
  const { AccessToken, UserPoolId, call } = scene
  const { SecretCode = '' } = await call('AssociateSoftwareToken', { AccessToken })
  await call('AdminDeleteSoftwareToken', { UserPoolId, Username: 'ada' })
  const verify = call('VerifySoftwareToken', { AccessToken, UserCode: scene.shown(SecretCode) })
  expect(await refusedWith(verify)).toBe(missing)
})

test('another password leaves the authenticator', async () => {
  await using scene = await mfaScene(optional)
  await scene.adaWithToken()
  const Password = 'Another-horse-2'
  await scene.call('AdminSetUserPassword', { UserPoolId: scene.UserPoolId, Username: 'ada', Password, Permanent: true })
  expect(outcomeOf(await scene.byPassword('ada', Password))).toBe('SOFTWARE_TOKEN_MFA')
})
