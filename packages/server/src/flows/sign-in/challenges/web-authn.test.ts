import { beforeEach, describe, expect, test } from 'vitest'
import type { InitiateAuthResponse } from '@cognate/wire/user-pools.ts'
import { outcomeOf } from '../../../testing/mfa-scene.ts'
import { everyFlowByChoice } from '../../../testing/passkey-scene.ts'
import { optionsIn, passkeySignInScene, type PasskeySignInScene } from '../../../testing/passkey-sign-in-scene.ts'
import { refusedWith } from '../../../testing/refused-with.ts'
import { secretHash, tokensOf } from '../../../testing/sign-in-scene.ts'
import { softwareAuthenticator, type Habits } from '../../../testing/software-authenticator.ts'

const wrong = 'NotAuthorizedException: Incorrect username or password.'
const malformed = 'InvalidParameterException: The credential is not valid.'
const spent = 'NotAuthorizedException: Invalid session for the user, session can only be used once.'

let scene: PasskeySignInScene
beforeEach(async () => {
  scene = await passkeySignInScene()
  return async () => {
    await scene[Symbol.asyncDispose]()
  }
})

describe('a passkey signs in', () => {
  test('where the client prefers it [D]', async () => {
    const { id, get } = await scene.registers()
    const question = await scene.prefer()
    expect(question).toMatchObject({
      ChallengeName: 'WEB_AUTHN',
      AvailableChallenges: ['PASSWORD', 'PASSWORD_SRP', 'WEB_AUTHN'],
    })
    expect(optionsIn(question)).toEqual({
      challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
      timeout: 180_000,
      rpId: 'example.com',
      allowCredentials: [{ type: 'public-key', id, transports: ['internal', 'hybrid'] }],
      userVerification: 'preferred',
    })
    const signedIn = await scene.show(question, get(optionsIn(question)))
    const { AccessToken } = tokensOf(signedIn)
    expect((await scene.call('GetUser', { AccessToken })).Username).toBe('ada')
  })

  test('where its user selects it [D]', async () => {
    const { get } = await scene.registers()
    const choice = await scene.start()
    expect(choice.ChallengeName).toBe('SELECT_CHALLENGE')
    const question = await scene.select(choice, {})
    expect(question.ChallengeName).toBe('WEB_AUTHN')
    expect(outcomeOf(await scene.show(question, get(optionsIn(question))))).toBe('tokens')
  })

  test('in the answer that selects it [D]', async () => {
    const { get } = await scene.registers()
    const choice = await scene.start()
    const CREDENTIAL = JSON.stringify(get(optionsIn(choice)))
    expect(outcomeOf(await scene.select(choice, { CREDENTIAL }))).toBe('tokens')
  })

  test('with RS256, without a user handle, and from a key that counts', async () => {
    const counting = await scene.registers(softwareAuthenticator('RS256', { counter: 7 }))
    const shown = (habits: Habits) => scene.signsIn(counting, { userHandle: null, ...habits })
    expect(outcomeOf(await shown({ counter: 8 }))).toBe('tokens')
    expect(await refusedWith(shown({ counter: 8 }))).toBe(wrong)
    expect(await refusedWith(shown({ counter: 3 }))).toBe(wrong)
    expect(await refusedWith(shown({ counter: 0 }))).toBe(wrong)
    expect(outcomeOf(await shown({ counter: 4_000_000_000 }))).toBe('tokens')
  })
})

describe('a passkey signs in', () => {
  test('whichever of several it is, until it is deleted', async () => {
    const [one, two] = [await scene.registers(), await scene.registers()]
    expect(outcomeOf(await scene.signsIn(one))).toBe('tokens')
    const { AccessToken } = tokensOf(await scene.signsIn(two))
    await scene.call('DeleteWebAuthnCredential', { AccessToken, CredentialId: one.id })
    expect(await refusedWith(scene.signsIn(one))).toBe(wrong)
    expect(outcomeOf(await scene.signsIn(two))).toBe('tokens')
  })

  test('while wrong passwords have locked its user', async () => {
    const passkey = await scene.registers()
    for (let n = 1; n <= 6; n++) await refusedWith(scene.byPassword('ada', 'Wrong-horse-1'))
    expect(await refusedWith(scene.byPassword('ada'))).toContain('Password attempts exceeded')
    expect(outcomeOf(await scene.signsIn(passkey))).toBe('tokens')
  })

  test('only who is enabled', async () => {
    const passkey = await scene.registers()
    await scene.call('AdminDisableUser', { UserPoolId: scene.UserPoolId, Username: 'ada' })
    expect(await refusedWith(scene.signsIn(passkey))).toBe('NotAuthorizedException: User is disabled.')
  })
})

describe('refused is', () => {
  test.each<[string, Habits]>([
    ['a page of another site', { origin: 'https://example.org' }],
    ['a frame in another site’s page', { crossOrigin: true }],
    ['a signature for another relying party', { relyingPartyId: 'example.org' }],
    ['a signature of another challenge', { challenge: 'A'.repeat(43) }],
    ['an answer to creation options', { type: 'webauthn.create' }],
    ['an authenticator that nobody touched', { userPresent: false }],
    ['another user’s handle', { userHandle: Buffer.from('eve').toString('base64url') }],
    ['an id that is nobody’s', { id: 'AAAA' }],
  ])('%s', async (_, habits) => {
    const passkey = await scene.registers()
    expect(await refusedWith(scene.signsIn(passkey, habits))).toBe(wrong)
    expect(outcomeOf(await scene.signsIn(passkey))).toBe('tokens')
  })

  test('a signature that was altered, or made by another key', async () => {
    const { id, get } = await scene.registers()
    const question = await scene.prefer()
    const shown = get(optionsIn(question))
    const bytes = Buffer.from(shown.response.signature, 'base64url')
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    const altered = { ...shown, response: { ...shown.response, signature: bytes.toString('base64url') } }
    expect(await refusedWith(scene.show(question, altered))).toBe(wrong)
    const stranger = softwareAuthenticator().get(optionsIn(question), { id, userHandle: null })
    expect(await refusedWith(scene.show(question, stranger))).toBe(wrong)
    expect(outcomeOf(await scene.show(question, shown))).toBe('tokens')
  })

  test('another user’s passkey', async () => {
    await scene.registers()
    await scene.newUser('eve')
    const eves = await scene.registers(undefined, tokensOf(await scene.byPassword('eve')).AccessToken)
    const question = await scene.prefer()
    expect(await refusedWith(scene.show(question, eves.get(optionsIn(question), { userHandle: null })))).toBe(wrong)
  })

  test('an authenticator that did not verify its user, where that is required [D]', async () => {
    const passkey = await scene.registers()
    expect(outcomeOf(await scene.signsIn(passkey, { userVerified: false }))).toBe('tokens')
    await scene.configure({ UserVerification: 'required' })
    expect(optionsIn(await scene.prefer())).toMatchObject({ userVerification: 'required' })
    expect(await refusedWith(scene.signsIn(passkey, { userVerified: false }))).toBe(wrong)
    expect(outcomeOf(await scene.signsIn(passkey))).toBe('tokens')
  })
})

describe('refused is', () => {
  test.each<[string, string]>([
    ['no JSON', '{'],
    ['null', 'null'],
    ['a list', '[]'],
    ['an empty object', '{}'],
    ['nested deeply', '['.repeat(30_000)],
  ])('a credential that is %s', async (_, CREDENTIAL) => {
    await scene.registers()
    const question = await scene.prefer()
    expect(await refusedWith(scene.answer(question, { CREDENTIAL }))).toBe(malformed)
  })

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['authenticator data', { authenticatorData: Buffer.alloc(3000).toString('base64url') }],
    ['signature', { signature: 'A'.repeat(9000) }],
    ['user handle', { userHandle: 7 }],
    ['absent signature', { signature: undefined }],
  ])('a credential with a bad %s', async (_, part) => {
    const { get } = await scene.registers()
    const question = await scene.prefer()
    const shown = get(optionsIn(question))
    const bad = { ...shown, response: { ...shown.response, ...part } }
    expect(await refusedWith(scene.show(question, bad))).toBe(malformed)
  })

  test('a credential that is too long', async () => {
    const { get } = await scene.registers()
    const question = await scene.prefer()
    const shown = { ...get(optionsIn(question)), padding: 'x'.repeat(40_000) }
    expect(await refusedWith(scene.show(question, shown))).toBe(malformed)
  })

  test('authenticator data that is cut short', async () => {
    const { get } = await scene.registers()
    const question = await scene.prefer()
    const shown = get(optionsIn(question))
    const bad = { ...shown, response: { ...shown.response, authenticatorData: 'AAAA' } }
    expect(await refusedWith(scene.show(question, bad))).toBe(wrong)
  })
})

describe('refused is', () => {
  test('an answer without a credential', async () => {
    await scene.registers()
    expect(await refusedWith(scene.answer(await scene.prefer(), {}))).toBe(
      'InvalidParameterException: Missing required parameter CREDENTIAL',
    )
  })

  test('a pool that has no relying party any more', async () => {
    const passkey = await scene.registers()
    const { pools, decide } = scene.world.store
    const pool = await pools.find(scene.UserPoolId)
    if (pool) await decide([pools.save({ ...pool, settings: { ...pool.settings, Mfa: undefined } })])
    expect(await refusedWith(scene.signsIn(passkey))).toBe(
      'InvalidUserPoolConfigurationException: The user pool has neither a relying party ID nor a domain.',
    )
    expect((await scene.start()).ChallengeName).toBe('SELECT_CHALLENGE')
  })

  test('a passkey that was registered for another relying party', async () => {
    const passkey = await scene.registers()
    await scene.configure({ RelyingPartyId: 'example.net' })
    const question = await scene.prefer()
    expect(optionsIn(question).allowCredentials.map(({ id }) => id)).not.toContain(passkey.id)
    const shown = passkey.get(optionsIn(question), { origin: 'https://example.net' })
    expect(await refusedWith(scene.show(question, shown))).toBe(wrong)
  })
})

describe('an answer is good once', () => {
  test('after it let somebody in', async () => {
    const { get } = await scene.registers()
    const question = await scene.prefer()
    const shown = get(optionsIn(question))
    await scene.show(question, shown)
    expect(await refusedWith(scene.show(question, shown))).toBe(spent)
  })

  test('of two at once', async () => {
    const { get } = await scene.registers(softwareAuthenticator('ES256', { counter: 1 }))
    const question = await scene.prefer()
    const shown = get(optionsIn(question), { counter: 2 })
    const race = await Promise.allSettled([scene.show(question, shown), scene.show(question, shown)])
    expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('whether the passkey came with the choice or after it', async () => {
    const { get } = await scene.registers()
    const choice = await scene.start()
    const CREDENTIAL = JSON.stringify(get(optionsIn(choice)))
    const question = await scene.select(choice, {})
    expect(await refusedWith(scene.select(choice, { CREDENTIAL }))).toBe(spent)
    expect(await refusedWith(scene.answer(question, { CREDENTIAL }))).toBe(wrong)
  })

  test('of two sign-ins with one count of a copied key', async () => {
    const { get } = await scene.registers(softwareAuthenticator('ES256', { counter: 1 }))
    const questions: InitiateAuthResponse[] = [await scene.prefer(), await scene.prefer()]
    const race = await Promise.allSettled(
      questions.map((question) => scene.show(question, get(optionsIn(question), { counter: 2 }))),
    )
    expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('and none that was asked for before the passkey was deleted', async () => {
    const { id, get } = await scene.registers()
    await scene.registers()
    const question = await scene.prefer()
    await scene.call('DeleteWebAuthnCredential', { AccessToken: scene.AccessToken, CredentialId: id })
    expect(await refusedWith(scene.show(question, get(optionsIn(question))))).toBe(wrong)
  })

  test('and not after its session ended', async () => {
    const { get } = await scene.registers()
    const question = await scene.prefer()
    scene.clock.advance(180_000)
    expect(await refusedWith(scene.show(question, get(optionsIn(question))))).toBe(
      'NotAuthorizedException: Invalid session for the user, session is expired.',
    )
  })
})

describe('tokens of a passkey say', () => {
  test.each([
    ['platform', 'swk'],
    ['cross-platform', 'hwk'],
  ])('by which kind of key, %s: %s [D]', async (attachment, method) => {
    const signedIn = await scene.signsIn(await scene.registers(softwareAuthenticator('ES256', { attachment })))
    for (const token of [tokensOf(signedIn).AccessToken, tokensOf(signedIn).IdToken])
      expect(claimsOf(token)).toMatchObject({ amr: [method], acr: 'urn:cognito:loa:3' })
  })
})

test('an administrator’s sign-in takes a passkey too, and the hash of a client with a secret', async () => {
  const { get } = await scene.registers()
  const { UserPoolId, call } = scene
  const { ClientId, secret } = await scene.newClient({ ExplicitAuthFlows: everyFlowByChoice, GenerateSecret: true })
  const named = { USERNAME: 'ada', SECRET_HASH: secretHash('ada', { ClientId, secret }) }
  const question = await call('AdminInitiateAuth', {
    UserPoolId,
    ClientId,
    AuthFlow: 'USER_AUTH',
    AuthParameters: { ...named, PREFERRED_CHALLENGE: 'WEB_AUTHN' },
  })
  const answered = await call('AdminRespondToAuthChallenge', {
    UserPoolId,
    ClientId,
    ChallengeName: 'WEB_AUTHN',
    Session: question.Session ?? '',
    ChallengeResponses: { ...named, CREDENTIAL: JSON.stringify(get(optionsIn(question))) },
  })
  expect(outcomeOf(answered)).toBe('tokens')
})

function claimsOf(token: string): unknown {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
}
