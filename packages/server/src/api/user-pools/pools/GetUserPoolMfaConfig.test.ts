import { expect, test } from 'vitest'
import { testWorld } from '../../../testing/world.ts'

test('what the pool was given of MFA is told', async () => {
  await using here = await testWorld()
  const SmsConfiguration = { SnsCallerArn: 'arn:aws:iam::111122223333:role/sms', ExternalId: 'x' }
  const sms = { SmsConfiguration, SmsAuthenticationMessage: 'Code {####}' }
  const { UserPool: plain } = await here.call('CreateUserPool', { PoolName: 'plain' })
  const { UserPool: asking } = await here.call('CreateUserPool', {
    PoolName: 'p',
    MfaConfiguration: 'OPTIONAL',
    ...sms,
  })

  expect(await here.call('GetUserPoolMfaConfig', { UserPoolId: plain?.Id ?? '' })).toEqual({ MfaConfiguration: 'OFF' })
  expect(await here.call('GetUserPoolMfaConfig', { UserPoolId: asking?.Id ?? '' })).toEqual({
    MfaConfiguration: 'OPTIONAL',
    SmsMfaConfiguration: sms,
  })
  await expect(here.call('GetUserPoolMfaConfig', { UserPoolId: 'us-east-1_missing' })).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  })
})
