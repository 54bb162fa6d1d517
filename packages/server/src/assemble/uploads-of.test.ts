import { expect, test } from 'vitest'
import { uploadsOf } from './uploads-of.ts'

test.each([
  ['serve', true, 0, 'run'],
  ['serve', true, 1000, 'confined'],
  ['serve', true, undefined, 'confined'],
  ['serve', false, 0, 'refused'],
  ['dev', true, 1000, 'run'],
] as const)(
  'of functions in %s (allowed: %s) where the user is %s: %s',
  (profile, uploadedFunctions, user, expected) => {
    expect(uploadsOf({ profile, uploadedFunctions }, user)).toBe(expected)
  },
)
