import { expect, test } from 'vitest'
import { systemRandom } from '../ambient/random.ts'
import { sessionIdOf, tokenSessionId } from './token-session-id.ts'

test('every session has a name of 28 letters and digits that leads back to it [D]', () => {
  const extremes = ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  for (const id of [...extremes, ...Array.from({ length: 100 }, systemRandom.uuid)]) {
    expect(tokenSessionId(id)).toMatch(/^tkn[0-9a-z]{25}$/)
    expect(sessionIdOf(tokenSessionId(id))).toBe(id)
  }
})

test('what is no name leads nowhere', () => {
  const name = tokenSessionId('ffffffff-ffff-ffff-ffff-ffffffffffff')
  for (const other of ['', 'tkn', `sso${name.slice(3)}`, name.toUpperCase(), `${name}0`, `tkn${'z'.repeat(25)}`])
    expect(sessionIdOf(other)).toBeUndefined()
})
