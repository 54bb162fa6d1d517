import { expect, test } from 'vitest'
import { poolWith } from '../testing/mail-fixtures.ts'
import { foldName } from './names.ts'

const insensitive = poolWith({ UsernameConfiguration: { CaseSensitive: false } })

test.each([
  ['Ada@Example.COM', 'ada@example.com'],
  ['ÉLODIE', 'élodie'],
  ['İ', 'i\u0307'],
  ['ΟΔΟΣ', 'οδος'],
  ['Straße', 'straße'],
])('%s is the same name as %s', (name, folded) => {
  expect(foldName(insensitive, name)).toBe(folded)
  expect(foldName(insensitive, folded)).toBe(folded)
})

test.each(['\u212Aate@example.com', '\u212Bsa', '\u2126', 'ＡＤＡ', 'STRASSE'])(
  '%s is not the name it looks like',
  (name) => {
    const alike = ['kate@example.com', 'åsa', 'ω', 'ada', 'straße']
    expect(alike).not.toContain(foldName(insensitive, name))
  },
)

test('a pool that tells cases apart takes names as they are', () => {
  expect(foldName(poolWith({}), 'Ada')).toBe('Ada')
})
