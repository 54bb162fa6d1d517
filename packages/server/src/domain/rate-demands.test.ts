import { expect, test } from 'vitest'
import { rateDemands, type RatedCall } from './rate-demands.ts'

/** The buckets of a call, in the order in which they are asked, with what they overflow into. */
const bucketsOf = (call: RatedCall) =>
  rateDemands(call).map(({ bucket, limit, overflow }) => [
    bucket,
    typeof limit === 'number' ? limit : `${limit.times} × ${limit.of}`,
    ...(overflow ? [overflow.bucket] : []),
  ])

test.each<[string, RatedCall, unknown]>([
  [
    'an operation counts in its category',
    { operation: 'ListUsers', rate: 'UserList', pool: 'p' },
    [['UserList', '1 × UserList']],
  ],
  [
    'a sign-in is a read of the user',
    { operation: 'InitiateAuth', rate: 'UserAuthentication', user: 'c ada' },
    [
      ['read c ada', 10],
      ['UserAuthentication', '1 × UserAuthentication'],
    ],
  ],
  [
    'a change of attributes is a write of the user',
    { operation: 'UpdateUserAttributes', rate: 'UserUpdate', user: 'sub' },
    [
      ['write sub', 10],
      ['UserUpdate', '1 × UserUpdate'],
    ],
  ],
  [
    'answers have three times the rate of sign-ins, and then count with them',
    { operation: 'RespondToAuthChallenge', rate: 'UserAuthentication', challenge: 'SMS_MFA' },
    [['RespondToAuthChallenge', '3 × UserAuthentication', 'UserAuthentication']],
  ],
  [
    'answers of administrators count with those of users',
    { operation: 'AdminRespondToAuthChallenge', rate: 'UserAuthentication', challenge: 'SMS_MFA' },
    [['RespondToAuthChallenge', '3 × UserAuthentication', 'UserAuthentication']],
  ],
  [
    'a new password at sign-in counts as one',
    { operation: 'RespondToAuthChallenge', rate: 'UserAuthentication', challenge: 'NEW_PASSWORD_REQUIRED' },
    [['UserAccountRecovery', '1 × UserAccountRecovery']],
  ],
  [
    'what is in a pool may be asked for five times by each operation',
    { operation: 'CreateGroup', rate: 'UserPoolResourceUpdate', pool: 'p' },
    [
      ['UserPoolResourceUpdate', '1 × UserPoolResourceUpdate'],
      ['CreateGroup p', 5],
    ],
  ],
  [
    'a pool itself has no such limit',
    { operation: 'UpdateUserPool', rate: 'UserPoolUpdate', pool: 'p' },
    [['UserPoolUpdate', '1 × UserPoolUpdate']],
  ],
])('[D] %s', (_, call, buckets) => {
  expect(bucketsOf(call)).toEqual(buckets)
})
