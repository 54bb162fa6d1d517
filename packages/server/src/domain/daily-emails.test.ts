import { expect, test } from 'vitest'
import { dailyEmails } from './daily-emails.ts'

test.each([
  ['2026-11-20T00:00:00.000Z', '2026-11-20T09:00:00.000Z'],
  ['2026-11-20T08:59:59.999Z', '2026-11-20T09:00:00.000Z'],
  ['2026-11-20T09:00:00.000Z', '2026-11-21T09:00:00.000Z'],
  ['2026-11-20T23:59:59.999Z', '2026-11-21T09:00:00.000Z'],
])('[D] of e-mails, the day of %s ends at %s', (now, end) => {
  expect(new Date(dailyEmails.endOfDay(Date.parse(now))).toISOString()).toBe(end)
})
