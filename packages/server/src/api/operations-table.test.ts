import { expect, test } from 'vitest'
import { readmeInSync } from '../../tools/operations-table.ts'

test('the README lists the operations as the dispatch tables have them (npm run generate writes it)', () => {
  const { now, wanted } = readmeInSync()
  expect(now).toBe(wanted)
})
