import { expect, test } from 'vitest'
import { mailbox } from './mailbox.ts'

test.each([
  ['ada@example.com', { name: '', address: 'ada@example.com' }],
  [' <ada@example.com> ', { name: '', address: 'ada@example.com' }],
  ['Ada Lovelace <ada@example.com>', { name: 'Ada Lovelace', address: 'ada@example.com' }],
  ['"Lovelace, Ada" <ada@example.com>', { name: 'Lovelace, Ada', address: 'ada@example.com' }],
  // Never two: the rest stays part of one address, which no server takes.
  ['ada@example.com, eve@example.com', { name: '', address: 'ada@example.com, eve@example.com' }],
])('%s', (text, read) => {
  expect(mailbox(text)).toEqual(read)
})
