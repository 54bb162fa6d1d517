import { expect, test } from 'vitest'
import { refusalOf } from '../testing/refusal-of.ts'
import { userPools } from '../user-pools-service.ts'

test('a map has a thousand entries at the most', () => {
  const entries = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, 'v']))
  const input = (count: number) => ({ AuthFlow: 'USER_AUTH', ClientId: 'abc', AuthParameters: entries(count) })
  expect(refusalOf(userPools.operations.InitiateAuth, input(1000))).toBe('accepted')
  expect(refusalOf(userPools.operations.InitiateAuth, input(1001))).toBe(
    'SerializationException: A map has more than 1000 entries.',
  )
})
