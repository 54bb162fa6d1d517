import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Passkey } from '../../domain/passkey.ts'
import { softwareAuthenticator, type Habits } from '../../testing/software-authenticator.ts'
import type { Ceremony } from './ceremony.ts'
import { readAssertion } from './read-assertion.ts'
import { verifyAssertion } from './verify-assertion.ts'
import { verifyRegistration } from './verify-registration.ts'

const challenge = 'Y2hhbGxlbmdl'
const origin = 'https://app.example.com'
const creation = { challenge, rp: { id: 'example.com' }, user: { id: Buffer.from('ada').toString('base64url') } }

const ceremony = (requiresUserVerification: boolean): Ceremony => ({
  relyingPartyId: 'example.com',
  isChallenge: (signed) => signed === challenge,
  isOrigin: (page) => page === origin,
  requiresUserVerification,
})

async function registered(algorithm: 'ES256' | 'RS256', counter: number) {
  const authenticator = softwareAuthenticator(algorithm, { counter })
  const key = await verifyRegistration(authenticator.create(creation), ceremony(false))
  if (typeof key === 'string') throw new Error(key)
  const about = { poolId: 'pool', sub: 'ada', relyingPartyId: 'example.com', friendlyName: 'key', createdAt: 0 }
  return { authenticator, passkey: { ...key, ...about } satisfies Passkey }
}

const good = {
  origin,
  relyingPartyId: 'example.com',
  challenge,
  type: 'webauthn.get',
  userPresent: true,
  userVerified: true,
  backup: 'none',
}

/** What the specification says of an answer with these habits, to a key that stands at a count. */
function isRight(does: Habits, count: number, required: boolean): boolean {
  const { counter = count, userVerified, backup, ...told } = { ...good, ...does }
  const isAbout = Object.entries(told).every(([name, value]) => value === good[name as keyof typeof good])
  const counts = counter > count || (counter === 0 && count === 0)
  return isAbout && counts && (userVerified || !required) && backup !== 'done but not able'
}

/** Good ones for the most part: of many habits one is bound to be bad. */
const mostly = <Value>(good: Value, bad: Value) => fc.constantFrom(good, good, good, good, good, bad)

const habits: fc.Arbitrary<Habits> = fc.record(
  {
    origin: mostly(origin, 'https://example.org'),
    relyingPartyId: mostly('example.com', 'example.org'),
    challenge: mostly(challenge, 'b3RoZXI'),
    type: mostly('webauthn.get', 'webauthn.create'),
    userPresent: mostly(true, false),
    userVerified: fc.boolean(),
    backup: fc.constantFrom('none', 'able', 'done', 'done but not able'),
    counter: fc.constantFrom(0, 4, 5, 6, 7, 8, 4_294_967_295),
  },
  { requiredKeys: [] },
)

test.each([
  ['ES256', 0],
  ['ES256', 5],
  ['RS256', 5],
] as const)(
  'an answer of a key with %s that stands at %i is judged by every rule of the specification',
  async (algorithm, count) => {
    const { authenticator, passkey } = await registered(algorithm, count)
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(habits, fc.boolean(), async (does, required) => {
        const shown = authenticator.get({ challenge, rpId: 'example.com' }, does)
        const read = readAssertion(shown)
        const judged = read && (await verifyAssertion(read, passkey, ceremony(required)))
        seen.add(judged ? 'right' : 'wrong')
        expect(judged !== undefined).toBe(isRight(does, count, required))
      }),
      { numRuns: 200 },
    )
    expect(seen).toEqual(new Set(['right', 'wrong']))
  },
)

test.each(['authenticatorData', 'clientDataJSON'] as const)(
  'no answer with a bit flipped or a byte missing anywhere in its %s is right',
  async (part) => {
    const { authenticator, passkey } = await registered('ES256', 0)
    const shown = authenticator.get({ challenge, rpId: 'example.com' })
    const bytes = Buffer.from(shown.response[part], 'base64url')
    const altered = [...Array(bytes.length * 8).keys()].map((bit) => {
      const flipped = Buffer.from(bytes)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      return flipped
    })
    const cut = [...Array(bytes.length).keys()].map((length) => bytes.subarray(0, length))
    for (const other of [...altered, ...cut, Buffer.concat([bytes, Buffer.of(0)])]) {
      const response = { ...shown.response, [part]: other.toString('base64url') }
      const read = readAssertion({ ...shown, response })
      expect(read && (await verifyAssertion(read, passkey, ceremony(false)))).toBeUndefined()
    }
    const read = readAssertion(shown)
    expect(read && (await verifyAssertion(read, passkey, ceremony(false)))).toEqual({ counter: 0, userVerified: true })
  },
)

test('no answer with a bit flipped in the number that its signature ends with is right', async () => {
  const { authenticator, passkey } = await registered('ES256', 0)
  const shown = authenticator.get({ challenge, rpId: 'example.com' })
  const signature = Buffer.from(shown.response.signature, 'base64url')
  for (const bit of Array(31 * 8).keys()) {
    const flipped = Buffer.from(signature)
    const at = signature.length - 1 - (bit >> 3)
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (bit & 7))
    const read = readAssertion({ ...shown, response: { ...shown.response, signature: flipped.toString('base64url') } })
    expect(read && (await verifyAssertion(read, passkey, ceremony(false)))).toBeUndefined()
  }
})

test('an answer that names another key is not right', async () => {
  const { authenticator, passkey } = await registered('ES256', 0)
  const read = readAssertion(authenticator.get({ challenge, rpId: 'example.com' }, { id: 'AAAA' }))
  expect(read?.id).toBe('AAAA')
  expect(read && (await verifyAssertion(read, passkey, ceremony(false)))).toBeUndefined()
})
