import { expect, test } from 'vitest'
import { argon2Hash, argon2Matches } from './argon2.ts'

const hashed = await argon2Hash('Pässword 1!')

test('a hash names its parameters and differs each time', async () => {
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  expect(await argon2Hash('Pässword 1!')).not.toBe(hashed)
})

test('only the password matches', async () => {
  expect(await argon2Matches('Pässword 1!', hashed)).toBe(true)
  expect(await argon2Matches('Pässword 1', hashed)).toBe(false)
})

test('text that is no hash matches nothing', async () => {
  for (const text of ['', 'x', hashed.slice(0, 40), '$2b$10$abc']) expect(await argon2Matches('x', text)).toBe(false)
})
