import { describe, expect, test } from 'vitest'
import { systemRandom as random } from '../ambient/random.ts'
import { keyRing } from './key-ring.ts'
import { sealerWith, Unsealable } from './sealing.ts'

const old = { id: 'old', key: random.bytes(32) }
const recent = { id: 'recent', key: random.bytes(32) }
const digestKey = random.bytes(32)
const sealer = sealerWith(keyRing({ dataKeys: [old, recent], currentKeyId: 'recent', random }), digestKey)
const before = sealerWith(keyRing({ dataKeys: [old], currentKeyId: 'old', random }), digestKey)

describe('what is sealed', () => {
  test.each<[string, string | Uint8Array]>([
    ['text', 'gehéim'],
    ['bytes', Uint8Array.of(0, 255, 128)],
    ['nothing', ''],
  ])('comes back: %s', (_, plain) => {
    expect(sealer.unseal(sealer.seal(plain, 'a'), 'a')).toEqual(Buffer.from(plain))
  })

  test('names the current data key and looks different each time', () => {
    expect(sealer.seal('x', 'a')).toMatch(/^recent\.[\w-]{39}$/)
    expect(sealer.seal('x', 'a')).not.toBe(sealer.seal('x', 'a'))
  })

  test('by a former data key still comes back', () => {
    expect(sealer.unseal(before.seal('x', 'a'), 'a').toString()).toBe('x')
  })
})

describe('refused as unsealable', () => {
  const sealed = sealer.seal('secret', 'a')
  const lastCharacter = sealed.endsWith('A') ? 'B' : 'A'
  test.each<[string, string]>([
    ['nothing', ''],
    ['rubbish', 'rubbish'],
    ['a key id alone', 'recent.'],
    ['text cut short', sealed.slice(0, -4)],
    ['text cut to less than an envelope', sealed.slice(0, 20)],
    ['an altered text', sealed.slice(0, 10) + (sealed[10] === 'A' ? 'B' : 'A') + sealed.slice(11)],
    ['an altered end', sealed.slice(0, -2) + lastCharacter.repeat(2)],
    ['the other data key', sealed.replace('recent', 'old')],
    ['an unknown data key', sealed.replace('recent', 'gone')],
  ])('%s', (_, text) => {
    expect(() => sealer.unseal(text, 'a')).toThrow(Unsealable)
  })

  test('another context', () => {
    expect(() => sealer.unseal(sealed, 'b')).toThrow(Unsealable)
  })

  test('a data key that is not on the ring yet', () => {
    expect(() => before.unseal(sealed, 'a')).toThrow(Unsealable)
  })
})

describe('digests', () => {
  test('are the same whatever the data key, and differ by value, context and digest key', () => {
    const digest = sealer.digest('123456', 'code')
    expect(digest).toMatch(/^[\w-]{43}$/)
    expect(before.digest('123456', 'code')).toBe(digest)
    const other = sealerWith(sealer.ring, random.bytes(32))
    const others = [sealer.digest('123457', 'code'), sealer.digest('123456', 'mode'), other.digest('123456', 'code')]
    expect(others).not.toContain(digest)
    expect(sealer.digest('e123456', 'cod')).not.toBe(digest)
  })

  test('are compared', () => {
    expect(sealer.equalDigests(sealer.digest('1', 'a'), sealer.digest('1', 'a'))).toBe(true)
    expect(sealer.equalDigests(sealer.digest('1', 'a'), sealer.digest('2', 'a'))).toBe(false)
    expect(sealer.equalDigests(sealer.digest('1', 'a'), '')).toBe(false)
  })
})

describe('a ring or sealer is refused', () => {
  test('without its current key', () => {
    expect(() => keyRing({ dataKeys: [old], currentKeyId: 'recent', random })).toThrow('current data key')
  })

  test('with a key of a wrong size', () => {
    const dataKeys = [{ id: 'k', key: random.bytes(16) }]
    expect(() => keyRing({ dataKeys, currentKeyId: 'k', random })).toThrow('32 bytes')
    expect(() => sealerWith(sealer.ring, random.bytes(31))).toThrow('32 bytes')
  })

  test('with a key id that could be mistaken', () => {
    const dataKeys = [{ id: 'a.b', key: random.bytes(32) }]
    expect(() => keyRing({ dataKeys, currentKeyId: 'a.b', random })).toThrow('Not a data key id')
  })
})
