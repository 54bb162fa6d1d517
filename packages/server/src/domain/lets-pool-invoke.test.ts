import { expect, test } from 'vitest'
import { letsPoolInvoke } from './lets-pool-invoke.ts'

const pool = { id: 'us-east-1_abc', account: '000000000000', region: 'us-east-1' }
const statement = { id: 'one', action: 'lambda:InvokeFunction', principal: 'cognito-idp.amazonaws.com' }
const arn = (rest: string) => ({ ...statement, sourceArn: `arn:aws:cognito-idp:${rest}` })

test.each([
  ['everybody', { ...statement, principal: '*' }, true],
  ['every action', { ...statement, action: 'lambda:*' }, true],
  ['another service', { ...statement, principal: 's3.amazonaws.com' }, false],
  ['the account', { ...statement, principal: '000000000000' }, false],
  ['another action', { ...statement, action: 'lambda:GetFunction' }, false],
  ['this pool', arn('us-east-1:000000000000:userpool/us-east-1_abc'), true],
  ['a name like it', arn('us-east-1:000000000000:userpool/us-east-1_a?c'), true],
  ['its beginning', arn('us-east-1:000000000000:userpool/us-east-1_ab'), false],
  ['its beginning and more', arn('us-east-1:000000000000:userpool/us-*'), true],
  ['any Region', arn('*:000000000000:userpool/us-east-1_abc'), true],
  ['another Region', arn('eu-west-1:000000000000:userpool/*'), false],
  ['a star for several parts', arn('*/us-east-1_abc'), false],
])('a policy that lets %s invoke', (_what, one, permitted) => {
  expect(letsPoolInvoke([one], pool)).toBe(permitted)
})

test('a pattern of many stars is judged soon', () => {
  const sourceArn = `arn:aws:cognito-idp:us-east-1:000000000000:${'*a'.repeat(200)}`
  expect(letsPoolInvoke([{ ...statement, sourceArn }], pool)).toBe(false)
})
