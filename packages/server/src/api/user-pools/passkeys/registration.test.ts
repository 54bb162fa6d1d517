import { beforeEach, describe, expect, test } from 'vitest'
import { everyFlowByChoice, passkeyScene, withPasskeys, type PasskeyScene } from '../../../testing/passkey-scene.ts'
import { refusedWith } from '../../../testing/refused-with.ts'
import { tokensOf } from '../../../testing/sign-in-scene.ts'
import { softwareAuthenticator, type Habits } from '../../../testing/software-authenticator.ts'

let scene: PasskeyScene
beforeEach(async () => {
  scene = await passkeyScene()
  return async () => {
    await scene[Symbol.asyncDispose]()
  }
})

const challengeNotFound = 'WebAuthnChallengeNotFoundException: There is no such challenge, or it has expired.'

const malformed = 'InvalidParameterException: The credential is not valid.'

test('options ask for a discoverable ES256 or RS256 key of the pool’s relying party [D]', async () => {
  const options = await scene.optionsFor()
  expect(options).toEqual({
    challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
    timeout: 180_000,
    rp: { id: 'example.com', name: 'example.com' },
    user: { id: Buffer.from(scene.ada.sub).toString('base64url'), name: 'ada', displayName: 'ada' },
    pubKeyCredParams: [
      { type: 'public-key', alg: -7 },
      { type: 'public-key', alg: -257 },
    ],
    excludeCredentials: [],
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'preferred' },
    attestation: 'none',
  })
  expect(await scene.optionsFor()).not.toMatchObject({ challenge: (options as { challenge: string }).challenge })
})

test.each(['ES256', 'RS256'] as const)(
  'a registered %s key is listed, and excluded next time [D]',
  async (algorithm) => {
    const { id } = await scene.registers(softwareAuthenticator(algorithm))
    expect(await scene.listed()).toEqual([
      {
        CredentialId: id,
        FriendlyCredentialName: 'Passkey',
        RelyingPartyId: 'example.com',
        AuthenticatorAttachment: 'platform',
        AuthenticatorTransports: ['internal', 'hybrid'],
        CreatedAt: scene.clock.now() / 1000,
      },
    ])
    expect(await scene.optionsFor()).toMatchObject({
      excludeCredentials: [{ type: 'public-key', id, transports: ['internal', 'hybrid'] }],
    })
  },
)

test('a known model gives its passkey a name, and an attestation is not read', async () => {
  const authenticator = softwareAuthenticator('ES256', {
    aaguid: 'fbfc3007154e4ecc8c0b6e020557d7bd',
    fmt: 'packed',
    transports: ['usb', 'usb', 7, '<script>'],
    attachment: 'elsewhere',
  })
  await scene.registers(authenticator)
  const [listed] = await scene.listed()
  expect(listed).toMatchObject({ FriendlyCredentialName: 'iCloud Keychain', AuthenticatorTransports: ['usb'] })
  expect(listed).not.toHaveProperty('AuthenticatorAttachment')
})

test.each([['https://example.com'], ['https://example.com:8443'], ['https://a.b.example.com']])(
  'a page of %s may register [D]',
  async (origin) => {
    await scene.registers(softwareAuthenticator('ES256', { origin }))
    expect(await scene.listed()).toHaveLength(1)
  },
)

describe('refused is', () => {
  const unsupported =
    'WebAuthnCredentialNotSupportedException: The credential is of an authenticator that is not supported.'
  const otherOrigin =
    'WebAuthnOriginNotAllowedException: The origin of the credential does not belong to the relying party ID.'
  test.each<[string, Habits, string]>([
    ['a page of another site', { origin: 'https://example.org' }, otherOrigin],
    ['a site whose name only ends alike', { origin: 'https://evilexample.com' }, otherOrigin],
    ['a page without TLS', { origin: 'http://example.com' }, otherOrigin],
    ['an origin with a path', { origin: 'https://example.com/' }, otherOrigin],
    ['an origin that is none', { origin: 'null' }, otherOrigin],
    ['a frame in another site’s page', { crossOrigin: true }, otherOrigin],
    [
      'a key for another relying party',
      { relyingPartyId: 'example.org' },
      'WebAuthnRelyingPartyMismatchException: The credential is for another relying party ID.',
    ],
    ['another challenge', { challenge: 'A'.repeat(43) }, challengeNotFound],
    ['an answer to request options', { type: 'webauthn.get' }, malformed],
    ['an authenticator that nobody touched', { userPresent: false }, malformed],
    ['an id that is not the key’s', { id: 'AAAA' }, malformed],
    ['an id that is too long', { id: 'A'.repeat(2000) }, malformed],
    ['CBOR that is cut short', { attestationObject: Buffer.from('a363666d74', 'hex') }, malformed],
    ['CBOR that is nested deeply', { attestationObject: Buffer.alloc(16_000, 0x81) }, malformed],
    [
      'CBOR that announces more than there is',
      { attestationObject: Buffer.from('9b001fffffffffffff', 'hex') },
      malformed,
    ],
    ['CBOR of something else', { attestationObject: Buffer.from('01', 'hex') }, malformed],
    ['an attestation that is too long', { fmt: 'packed', statement: Buffer.alloc(20_000) }, malformed],
  ])('%s', async (_, habits, refusal) => {
    const credential = softwareAuthenticator().create(await scene.optionsFor(), habits)
    expect(await refusedWith(scene.complete(credential))).toBe(refusal)
    expect(await scene.listed()).toEqual([])
  })

  test.each(['P-384', 'RSA-1024', 'off the curve'] as const)('a key that is %s', async (algorithm) => {
    const credential = softwareAuthenticator(algorithm).create(await scene.optionsFor())
    expect(await refusedWith(scene.complete(credential))).toBe(unsupported)
  })

  test('an authenticator that did not verify its user, where that is required [D]', async () => {
    const { UserPoolId, call } = scene
    const WebAuthnConfiguration = { RelyingPartyId: 'example.com', UserVerification: 'required' } as const
    const unverified = softwareAuthenticator('ES256', { userVerified: false })
    await scene.registers(unverified)
    await call('SetUserPoolMfaConfig', { UserPoolId, MfaConfiguration: 'OFF', WebAuthnConfiguration })
    const options = await scene.optionsFor()
    expect(options).toMatchObject({ authenticatorSelection: { userVerification: 'required' } })
    const credential = softwareAuthenticator('ES256', { userVerified: false }).create(options)
    expect(await refusedWith(scene.complete(credential))).toBe(unsupported)
  })
})

describe('refused is', () => {
  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['nothing', {}],
    ['a response that is a list', { response: [] }],
    ['another type', { type: 'password' }],
    ['client data that is no JSON', { response: { clientDataJSON: 'e30x' } }],
    ['client data that is null', { response: { clientDataJSON: Buffer.from('null').toString('base64url') } }],
    ['numbers for text', { id: 1, rawId: 1 }],
    ['padded base64', { id: 'AAA=', rawId: 'AAA=' }],
  ])('a document that holds %s', async (_, part) => {
    const whole = softwareAuthenticator().create(await scene.optionsFor())
    const Credential = Object.keys(part).length === 0 ? {} : { ...whole, ...part }
    expect(await refusedWith(scene.complete(Credential))).toBe(malformed)
  })

  test('a document that is no object', async () => {
    await scene.optionsFor()
    for (const Credential of ['text', 7, false, []] as const)
      expect(
        await refusedWith(scene.call('CompleteWebAuthnRegistration', { AccessToken: scene.AccessToken, Credential })),
      ).toBe(malformed)
  })
})

describe('a challenge', () => {
  test('is good once', async () => {
    const credential = softwareAuthenticator().create(await scene.optionsFor())
    await scene.complete(credential)
    expect(await refusedWith(scene.complete(credential))).toBe(challengeNotFound)
  })

  test('must have been asked for, and not too long ago [D]', async () => {
    const made = { challenge: 'A'.repeat(43), rp: { id: 'example.com' }, user: { id: 'AAAA' } }
    expect(await refusedWith(scene.complete(softwareAuthenticator().create(made)))).toBe(challengeNotFound)
    const credential = softwareAuthenticator().create(await scene.optionsFor())
    scene.clock.advance(180_000)
    expect(await refusedWith(scene.complete(credential))).toBe(challengeNotFound)
  })

  test('ends with the next one', async () => {
    const earlier = await scene.optionsFor()
    await scene.optionsFor()
    expect(await refusedWith(scene.complete(softwareAuthenticator().create(earlier)))).toBe(challengeNotFound)
  })

  test('is of one user', async () => {
    await scene.newUser('eve')
    const { AccessToken } = tokensOf(await scene.byPassword('eve'))
    await scene.optionsFor(AccessToken)
    const credential = softwareAuthenticator().create(await scene.optionsFor())
    expect(await refusedWith(scene.complete(credential, AccessToken))).toBe(challengeNotFound)
  })

  test('is of one app client [D]', async () => {
    const { ClientId } = await scene.newClient({ ExplicitAuthFlows: everyFlowByChoice })
    const { AccessToken } = tokensOf(await scene.byPassword('ada', undefined, ClientId))
    const credential = softwareAuthenticator().create(await scene.optionsFor())
    expect(await refusedWith(scene.complete(credential, AccessToken))).toBe(
      'WebAuthnClientMismatchException: The registration was started by another app client.',
    )
  })

  test('lets one of two parallel answers in', async () => {
    const options = await scene.optionsFor()
    const answers = [0, 1].map(() => scene.complete(softwareAuthenticator().create(options)))
    const settled = await Promise.allSettled(answers)
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await scene.listed()).toHaveLength(1)
  })
})

test('registering does not tell whether an id is another’s, and does nothing to their key', async () => {
  const authenticator = await scene.registers()
  const before = await scene.listed()
  await scene.newUser('eve')
  const { AccessToken } = tokensOf(await scene.byPassword('eve'))
  const register = (token: string) => refusedWith(scene.registers(authenticator, token))
  expect(await register(AccessToken)).toBe('not refused')
  expect(await register(AccessToken)).toBe('InvalidParameterException: The credential is registered already.')
  expect(await scene.listed()).toEqual(before)
})

test('a user has at most 20 passkeys, and room for another when one was deleted [D]', async () => {
  const spare = softwareAuthenticator().create
  for (let count = 0; count < 20; count++) await scene.registers()
  const tooMany = 'LimitExceededException: User has reached the limit of 20 passkeys.'
  expect(await refusedWith(scene.optionsFor())).toBe(tooMany)
  const [first] = await scene.listed()
  const { AccessToken } = scene
  await scene.call('DeleteWebAuthnCredential', { AccessToken, CredentialId: first?.CredentialId ?? '' })
  const options = await scene.optionsFor()
  await scene.complete(spare(options))
  expect(await scene.listed()).toHaveLength(20)
})

describe('registering needs', () => {
  test('a pool that lets people begin with a passkey [D]', async () => {
    const { UserPoolId, call, AccessToken } = scene
    const refusal = 'WebAuthnNotEnabledException: Passkeys are not enabled for this user pool.'
    const credential = softwareAuthenticator().create(await scene.optionsFor())
    await call('UpdateUserPool', { UserPoolId, Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] } } })
    expect(await refusedWith(scene.optionsFor())).toBe(refusal)
    expect(await refusedWith(scene.complete(credential))).toBe(refusal)
    expect(await call('ListWebAuthnCredentials', { AccessToken })).toEqual({ Credentials: [] })
  })

  test('a client that signs in by choice [K]', async () => {
    const { ClientId } = await scene.newClient()
    const { AccessToken } = tokensOf(await scene.byPassword('ada', undefined, ClientId))
    expect(await refusedWith(scene.optionsFor(AccessToken))).toBe(
      'InvalidParameterException: USER_AUTH is not enabled for the client.',
    )
  })

  test('a relying party: the one that is set, else the custom domain, else the prefix domain [D]', async () => {
    await using bare = await passkeyScene({ config: { WebAuthnConfiguration: undefined } })
    const { UserPoolId, call } = bare
    expect(await refusedWith(bare.optionsFor())).toBe(
      'WebAuthnConfigurationMissingException: The user pool has neither a relying party ID nor a domain.',
    )
    const id = async () => ((await bare.optionsFor()) as { readonly rp: { readonly id: string } }).rp.id
    await call('CreateUserPoolDomain', { UserPoolId, Domain: 'people' })
    expect(await id()).toBe('people.auth.localhost')
    await bare.registers(softwareAuthenticator('ES256', { origin: 'http://people.auth.localhost:9400' }))
    const CertificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/a'
    await call('CreateUserPoolDomain', { UserPoolId, Domain: 'id.example.com', CustomDomainConfig: { CertificateArn } })
    expect(await id()).toBe('id.example.com')
    const WebAuthnConfiguration = { RelyingPartyId: 'example.com' }
    await call('SetUserPoolMfaConfig', { UserPoolId, MfaConfiguration: 'OFF', WebAuthnConfiguration })
    expect(await id()).toBe('example.com')
  })

  test('a live access token', async () => {
    const { AccessToken } = scene
    await scene.call('GlobalSignOut', { AccessToken })
    const refusal = 'NotAuthorizedException: Access Token has been revoked'
    expect(await refusedWith(scene.optionsFor())).toBe(refusal)
    expect(await refusedWith(scene.complete({}))).toBe(refusal)
    expect(await refusedWith(scene.listed())).toBe(refusal)
    expect(await refusedWith(scene.call('DeleteWebAuthnCredential', { AccessToken, CredentialId: 'a' }))).toBe(refusal)
  })
})

test('whoever signs in with an address sees it in the list of passkeys, not a UUID', async () => {
  await using byEmail = await passkeyScene({ pool: { Policies: withPasskeys, UsernameAttributes: ['email'] } })
  await byEmail.newUser('', { attributes: { email: 'grace@example.com', name: 'Grace' }, signsInWith: 'email' })
  const { AccessToken } = tokensOf(await byEmail.byPassword('grace@example.com'))
  expect(await byEmail.optionsFor(AccessToken)).toMatchObject({
    user: { name: 'grace@example.com', displayName: 'Grace' },
  })
})

test('passkeys for this machine’s own name come from pages without TLS too', async () => {
  await using local = await passkeyScene({ config: { WebAuthnConfiguration: { RelyingPartyId: 'localhost' } } })
  await local.registers(softwareAuthenticator('ES256', { origin: 'http://localhost:5173' }))
  expect(await local.listed()).toHaveLength(1)
})
