import { expect, test } from 'vitest'
import { firstChoice } from './first-choice.ts'

const all = ['PASSWORD', 'PASSWORD_SRP', 'EMAIL_OTP'] as const

// "Manage authentication methods in AWS SDKs", authentication-flows-selection-sdk.html, unless said.
const rows = [
  { rule: 'no preference: the choice [D]', available: all, given: {}, chosen: 'SELECT_CHALLENGE' },
  {
    rule: 'a preference that the user has: it [D]',
    available: all,
    given: { PREFERRED_CHALLENGE: 'EMAIL_OTP' },
    chosen: 'EMAIL_OTP',
  },
  {
    rule: 'another preference: the choice [D]',
    available: all,
    given: { PREFERRED_CHALLENGE: 'SMS_OTP' },
    chosen: 'SELECT_CHALLENGE',
  },
  {
    rule: 'no factor at all: the choice [K]',
    available: all,
    given: { PREFERRED_CHALLENGE: 'NEW_PASSWORD_REQUIRED' },
    chosen: 'SELECT_CHALLENGE',
  },
  {
    rule: 'a single one: it, whatever is preferred [O]',
    available: ['EMAIL_OTP'],
    given: { PREFERRED_CHALLENGE: 'PASSWORD' },
    chosen: 'EMAIL_OTP',
  },
  {
    rule: 'SRP with its half: the verifier [D]',
    available: all,
    given: { PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A: 'a1' },
    chosen: 'PASSWORD_VERIFIER',
    memory: { A: 'a1' },
  },
  {
    rule: 'SRP without its half: asks for it [K]',
    available: all,
    given: { PREFERRED_CHALLENGE: 'PASSWORD_SRP' },
    chosen: 'PASSWORD_SRP',
  },
  { rule: 'SRP_A alone is no preference', available: all, given: { SRP_A: 'a1' }, chosen: 'SELECT_CHALLENGE' },
] as const

test.each(rows)('$rule ($available, $given) → $chosen', ({ available, given, chosen, ...rest }) => {
  expect(firstChoice(available, given)).toEqual({ chosen, memory: 'memory' in rest ? rest.memory : {} })
})
