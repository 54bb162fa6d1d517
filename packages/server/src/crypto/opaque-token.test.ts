import { compactDecrypt } from 'jose'
import { describe, expect, test } from 'vitest'
import { systemRandom as random } from '../ambient/random.ts'
import { keyRing } from './key-ring.ts'
import { type OpaqueToken, refreshTokenPurpose, refreshTokens, secretBlocks, sessionTokens } from './opaque-token.ts'

interface Payload {
  readonly sub: string
  readonly expiresAt: number
}

const payload = { sub: 'zoë', expiresAt: 1 }
const dataKeys = [
  { id: 'old', key: random.bytes(32) },
  { id: 'recent', key: random.bytes(32) },
]
const ring = keyRing({ dataKeys, currentKeyId: 'recent', random })
const formerRing = keyRing({ dataKeys, currentKeyId: 'old', random })
const newRing = keyRing({ dataKeys: dataKeys.slice(1), currentKeyId: 'recent', random })

const kinds: readonly [string, (of: typeof ring) => OpaqueToken<Payload>][] = [
  ['refresh token', refreshTokens],
  ['session', sessionTokens],
  ['secret block', secretBlocks],
]

describe.each(kinds)('a %s', (name, kind) => {
  const token = kind(ring).seal(payload)

  test('opens to what was sealed, also under a former data key', () => {
    expect(kind(ring).open(token)).toEqual(payload)
    expect(kind(ring).open(kind(formerRing).seal(payload))).toEqual(payload)
  })

  test('does not open under a data key that is gone, nor as anything else', () => {
    expect(kind(newRing).open(kind(formerRing).seal(payload))).toBeUndefined()
    const others = kinds.filter(([other]) => other !== name)
    expect(others.map(([, other]) => other(ring).open(token))).toEqual([undefined, undefined])
  })

  test('does not open once any character of it is changed, added or gone', () => {
    for (let i = 0; i < token.length; i++) {
      const [head, tail] = [token.slice(0, i), token.slice(i + 1)]
      expect(kind(ring).open(`${head}${token[i] === 'A' ? 'B' : 'A'}${tail}`)).toBeUndefined()
      expect(kind(ring).open(head + tail)).toBeUndefined()
      expect(kind(ring).open(head)).toBeUndefined()
    }
    expect(kind(ring).open(`${token}A`)).toBeUndefined()
    expect(kind(ring).open(`${token}=`)).toBeUndefined()
    expect(kind(ring).open(`${token}\n`)).toBeUndefined()
  })

  test('is not mistaken in rubbish', () => {
    for (const rubbish of ['', '.', '....', 'a..b.c.d', 'A'.repeat(100), 'é'.repeat(50), 'A'.repeat(100_000)])
      expect(kind(ring).open(rubbish)).toBeUndefined()
  })

  test('is refused to be made longer than it may be', () => {
    expect(() => kind(ring).seal({ ...payload, sub: 'x'.repeat(9000) })).toThrow('An opaque token of')
  })
})

test.each([sessionTokens<string>(ring), secretBlocks<string>(ring)])(
  'what fits is told before it is sealed (%#)',
  (tokens) => {
    const longest = Array.from({ length: 4096 }, (_, length) => 'x'.repeat(length)).filter(tokens.fits).length - 1
    expect(tokens.seal('x'.repeat(longest))).toMatch(/^[\w+/=-]{2000,4096}$/)
    expect(() => tokens.seal('x'.repeat(longest + 1))).toThrow('An opaque token of')
  },
)

test('sessions and secret blocks have the shape clients expect', () => {
  expect(sessionTokens<Payload>(ring).seal(payload)).toMatch(/^[\w-]{20,2048}$/)
  const block = secretBlocks<Payload>(ring).seal(payload)
  expect(Buffer.from(block, 'base64').toString('base64')).toBe(block)
})

test('a refresh token looks as Cognito’s do, and any JOSE library that has the key can read it', async () => {
  const token = refreshTokens<Payload>(ring).seal(payload)
  expect(token).toMatch(/^eyJjdHkiOiJKV1QiLCJlbmMiOiJBMjU2R0NNIiwiYWxnIjoi[\w-]+\.\.[\w-]{16}\.[\w-]+\.[\w-]{22}$/)
  const { plaintext, protectedHeader } = await compactDecrypt(token, ring.currentKeyFor(refreshTokenPurpose))
  expect(JSON.parse(Buffer.from(plaintext).toString())).toEqual(payload)
  expect(protectedHeader).toEqual({ cty: 'JWT', enc: 'A256GCM', alg: 'dir', kid: 'recent' })
})
