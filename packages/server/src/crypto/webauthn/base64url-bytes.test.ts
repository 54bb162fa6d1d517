import { expect, test } from 'vitest'
import { base64urlBytes } from './base64url-bytes.ts'

test('bytes come back as they were written', () => {
  const bytes = Uint8Array.of(0, 62, 63, 255)
  expect(base64urlBytes(Buffer.from(bytes).toString('base64url'), 4)).toEqual(bytes)
})

test.each(['', 'AAA=', 'AA AA', 'AA+/', 'AAB', 'A', 'ÄÄÄÄ', 7, null, undefined, ['AAAA']])(
  '%j is not taken',
  (text) => {
    expect(base64urlBytes(text, 100)).toBeUndefined()
  },
)

test('no more than so many bytes are taken', () => {
  expect(base64urlBytes('AAAA', 3)).toHaveLength(3)
  expect(base64urlBytes('AAAAAA', 3)).toBeUndefined()
})
