import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { parseSrpTimestamp } from './srp-timestamp.ts'

test.each<[string, number]>([
  ['Wed May 7 00:09:40 UTC 2025', Date.UTC(2025, 4, 7, 0, 9, 40)],
  ['Sun Aug 30 12:36:00 UTC 2026', Date.UTC(2026, 7, 30, 12, 36)],
  ['Thu Feb 29 23:59:59 UTC 2024', Date.UTC(2024, 1, 29, 23, 59, 59)],
])('%s is read', (text, instant) => {
  expect(parseSrpTimestamp(text)).toBe(instant)
})

test("what Amazon's JavaScript client writes is read", () => {
  const require = createRequire(import.meta.url)
  const { default: DateHelper } = require('amazon-cognito-identity-js/lib/DateHelper.js') as {
    default: new () => { getNowString(): string }
  }
  expect(parseSrpTimestamp(new DateHelper().getNowString())).toBeTypeOf('number')
})

test.each([
  '',
  'Tue May 7 00:09:40 UTC 2025',
  'Wed May 07 00:09:40 UTC 2025',
  'Wed May 7 0:09:40 UTC 2025',
  'Wed May 7 24:00:00 UTC 2025',
  'Thu May 7 24:00:00 UTC 2025',
  'Wed May 7 00:60:40 UTC 2025',
  'Wed May 7 00:09:40 GMT 2025',
  'Wed May 7 00:09:40 UTC 25',
  'Wed Mai 7 00:09:40 UTC 2025',
  'Sat Feb 29 00:00:00 UTC 2025',
  'Sat Mar 32 00:00:00 UTC 2025',
  'Wed May 7 00:09:40 UTC 2025 ',
  ' Wed May 7 00:09:40 UTC 2025',
  'Wed May 7 00:09:40 UTC 2025\n',
  '2025-05-07T00:09:40Z',
])('%j is refused', (text) => {
  expect(parseSrpTimestamp(text)).toBeUndefined()
})
