import { afterEach, beforeEach, expect, test } from 'vitest'
import { adaWithDevice, type AdaWithDevice, noSuchDevice } from '../../../testing/ada-with-device.ts'
import { outcomeOf } from '../../../testing/mfa-scene.ts'
import { refusedWith } from '../../../testing/refused-with.ts'

let ada: AdaWithDevice
beforeEach(async () => {
  ada = await adaWithDevice()
})
afterEach(() => ada[Symbol.asyncDispose]())

test('a wrong proof is refused, counted and locks, but not the password [O]', async () => {
  const thief = { ...ada.device, secret: 'guessed' }
  const question = await ada.byPasswordOn(ada.device.key)
  for (let tries = 0; tries < 5; tries++)
    expect(await refusedWith(ada.proves(await ada.byPasswordOn(ada.device.key), thief))).toBe(
      'NotAuthorizedException: Incorrect username or password.',
    )
  expect(await refusedWith(ada.proves(question, ada.device))).toBe('NotAuthorizedException: Password attempts exceeded')
  expect(outcomeOf(await ada.byPassword('ada'))).toBe('SOFTWARE_TOKEN_MFA')
  ada.clock.advance(2000)
  expect(outcomeOf(await ada.proves(await ada.byPasswordOn(ada.device.key), ada.device))).toBe('tokens')
})

test('neither the question nor the proof of a device can be used twice', async () => {
  const question = await ada.byPasswordOn(ada.device.key)
  const proof = await ada.beginsProof(question, ada.device)
  expect(await refusedWith(ada.beginsProof(question, ada.device))).toMatch(/session can only be used once/)
  expect(outcomeOf(await ada.answers('DEVICE_PASSWORD_VERIFIER', undefined, proof))).toBe('tokens')
  expect(await refusedWith(ada.answers('DEVICE_PASSWORD_VERIFIER', undefined, proof))).toMatch(
    /session can only be used once/,
  )
})

test('a device cannot be proved in the place of another [K]', async () => {
  const { Session } = await ada.byPassword('ada')
  const other = await ada.confirms(await ada.byCode(Session))
  const question = await ada.byPasswordOn(ada.device.key)
  expect(await refusedWith(ada.beginsProof(question, other.device))).toBe(
    'InvalidParameterException: Invalid device key given.',
  )
  const proof = await ada.beginsProof(question, ada.device)
  const renamed = { ...proof, DEVICE_KEY: other.device.key }
  expect(await refusedWith(ada.answers('DEVICE_PASSWORD_VERIFIER', undefined, renamed))).toBe(
    'InvalidParameterException: Invalid device key given.',
  )
})

test.each(['SRP_A', 'DEVICE_KEY', 'USERNAME'])('DEVICE_SRP_AUTH needs %s', async (missing) => {
  const { Session } = await ada.byPasswordOn(ada.device.key)
  const given = { SRP_A: 'abc123', DEVICE_KEY: ada.device.key, [missing]: '' }
  expect(await refusedWith(ada.answers('DEVICE_SRP_AUTH', Session, given))).toMatch(/^InvalidParameterException/)
})

test.each(['0', '1', 'no hex', 'f'.repeat(10_000)])('an SRP_A of %s is refused', async (SRP_A) => {
  const { Session } = await ada.byPasswordOn(ada.device.key)
  const given = { SRP_A: SRP_A.slice(0, 2000), DEVICE_KEY: ada.device.key }
  expect(await refusedWith(ada.answers('DEVICE_SRP_AUTH', Session, given))).toBe(
    'InvalidParameterException: Invalid SRP_A.',
  )
})

test.each(['PASSWORD_CLAIM_SECRET_BLOCK', 'PASSWORD_CLAIM_SIGNATURE', 'TIMESTAMP'])(
  'DEVICE_PASSWORD_VERIFIER needs %s',
  async (missing) => {
    const { [missing]: _, ...given } = await ada.beginsProof(await ada.byPasswordOn(ada.device.key), ada.device)
    expect(await refusedWith(ada.answers('DEVICE_PASSWORD_VERIFIER', undefined, given))).toBe(
      `InvalidParameterException: Missing required parameter ${missing}`,
    )
  },
)

test('the proof of a device is good for a moment alone', async () => {
  const proof = await ada.beginsProof(await ada.byPasswordOn(ada.device.key), ada.device)
  ada.clock.advance(4 * 60_000)
  expect(await refusedWith(ada.answers('DEVICE_PASSWORD_VERIFIER', undefined, proof))).toMatch(/session is expired/)
})

test('a device that is forgotten on the way proves nothing any more', async () => {
  const question = await ada.byPasswordOn(ada.device.key)
  const proof = await ada.beginsProof(question, ada.device)
  await ada.forget()
  expect(await refusedWith(ada.answers('DEVICE_PASSWORD_VERIFIER', undefined, proof))).toBe(noSuchDevice)
  expect(outcomeOf(await ada.byPassword('ada'))).toBe('SOFTWARE_TOKEN_MFA')
})

test('a device that is not remembered any more proves itself, and the second factor is asked for', async () => {
  const proof = await ada.beginsProof(await ada.byPasswordOn(ada.device.key), ada.device)
  await ada.setStatus('not_remembered')
  const { ChallengeName } = await ada.answers('DEVICE_PASSWORD_VERIFIER', undefined, proof)
  expect(ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
})

test('the proof of one device is none of another [K]', async () => {
  const { Session } = await ada.byPassword('ada')
  const other = (await ada.confirms(await ada.byCode(Session))).device
  const proof = await ada.beginsProof(await ada.byPasswordOn(ada.device.key), ada.device)
  await ada.setStatus('not_remembered')
  const code = await ada.answers('DEVICE_PASSWORD_VERIFIER', undefined, proof)
  ada.clock.advance(30_000)
  const answer = await ada.byCode(code.Session, { DEVICE_KEY: other.key })
  expect(answer.ChallengeName).toBe('DEVICE_SRP_AUTH')
  expect(outcomeOf(await ada.proves(answer, other))).toBe('tokens')
})

test('a password that is changed on the way ends the proof of the device with the sign-in', async () => {
  const proof = await ada.beginsProof(await ada.byPasswordOn(ada.device.key), ada.device)
  const { UserPoolId } = ada
  await ada.call('AdminSetUserPassword', { UserPoolId, Username: 'ada', Password: 'Another-1!', Permanent: true })
  expect(await refusedWith(ada.answers('DEVICE_PASSWORD_VERIFIER', undefined, proof))).toMatch(
    /^NotAuthorizedException: Invalid session for the user/,
  )
})
