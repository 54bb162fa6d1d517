import type { LogConfigurationType } from '@cognate/wire/user-pools.ts'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { poolsOfOthers } from '../../../testing/pools-of-others.ts'
import { refusedWith } from '../../../testing/refused-with.ts'
import { testWorld } from '../../../testing/world.ts'

const here = await testWorld()
const { call } = here
afterAll(() => here[Symbol.asyncDispose]())

let UserPoolId = ''
beforeEach(async () => {
  UserPoolId = (await call('CreateUserPool', { PoolName: 'p', UserPoolTier: 'PLUS' })).UserPool?.Id ?? ''
})

const CloudWatchLogsConfiguration = { LogGroupArn: 'arn:aws:logs:us-east-1:000000000000:log-group:logs' }
const S3Configuration = { BucketArn: 'arn:aws:s3:::bucket' }
const FirehoseConfiguration = { StreamArn: 'arn:aws:firehose:us-east-1:000000000000:deliverystream/s' }
const messages = { EventSource: 'userNotification', LogLevel: 'ERROR', CloudWatchLogsConfiguration } as const
const activity = { EventSource: 'userAuthEvents', LogLevel: 'INFO', S3Configuration } as const
const set = async (...LogConfigurations: readonly LogConfigurationType[]) =>
  (await call('SetLogDeliveryConfiguration', { UserPoolId, LogConfigurations })).LogDeliveryConfiguration
const get = async () => (await call('GetLogDeliveryConfiguration', { UserPoolId })).LogDeliveryConfiguration
const invalid = (message: string) => `InvalidParameterException: ${message}`

test('what is set replaces what was set before', async () => {
  expect(await get()).toEqual({ UserPoolId, LogConfigurations: [] })
  const both = { UserPoolId, LogConfigurations: [messages, activity] }
  expect(await set(messages, activity)).toEqual(both)
  expect(await get()).toEqual(both)
  await set({ EventSource: 'userAuthEvents', LogLevel: 'INFO', FirehoseConfiguration })
  expect((await get())?.LogConfigurations).toEqual([
    { EventSource: 'userAuthEvents', LogLevel: 'INFO', FirehoseConfiguration },
  ])
  await set()
  expect(await get()).toEqual({ UserPoolId, LogConfigurations: [] })
})

describe('is refused:', () => {
  test.each<[string, readonly LogConfigurationType[], string]>([
    ['a source twice', [messages, messages], 'Each event source can be configured only once.'],
    ['messages told', [{ ...messages, LogLevel: 'INFO' }], 'The log level of userNotification must be ERROR.'],
    ['activity that failed', [{ ...activity, LogLevel: 'ERROR' }], 'The log level of userAuthEvents must be INFO.'],
    [
      'messages elsewhere than in CloudWatch Logs [D]',
      [{ EventSource: 'userNotification', LogLevel: 'ERROR', S3Configuration }],
      'userNotification can be delivered to CloudWatch Logs only.',
    ],
    [
      'two places',
      [{ ...activity, FirehoseConfiguration }],
      'userAuthEvents needs exactly one place to be delivered to.',
    ],
    [
      'no place',
      [{ EventSource: 'userAuthEvents', LogLevel: 'INFO', S3Configuration: {} }],
      'userAuthEvents needs exactly one place to be delivered to.',
    ],
  ])('%s', async (_name, configurations, message) => {
    expect(await refusedWith(set(...configurations))).toBe(invalid(message))
    expect((await get())?.LogConfigurations).toEqual([])
  })

  test('activity below the plan PLUS, and a lower plan while there is some [D]', async () => {
    await set(activity)
    expect(await refusedWith(call('UpdateUserPool', { UserPoolId, UserPoolTier: 'ESSENTIALS' }))).toBe(
      'TierChangeNotAllowedException: The following features need to be disabled for the ESSENTIALS pricing tier configured: User Activity Log Delivery',
    )
    await set(messages)
    await call('UpdateUserPool', { UserPoolId, UserPoolTier: 'ESSENTIALS' })
    expect(await refusedWith(set(activity))).toBe(
      'FeatureUnavailableInTierException: User activity log delivery is not available in the ESSENTIALS pricing tier.',
    )
  })

  test('whatever is asked of a pool of another account or region', async () => {
    for (const theirs of await poolsOfOthers(here)) {
      const refusal = `ResourceNotFoundException: User pool ${theirs} does not exist.`
      const LogConfigurations: readonly LogConfigurationType[] = []
      expect(await refusedWith(call('SetLogDeliveryConfiguration', { UserPoolId: theirs, LogConfigurations }))).toBe(
        refusal,
      )
      expect(await refusedWith(call('GetLogDeliveryConfiguration', { UserPoolId: theirs }))).toBe(refusal)
    }
  })
})
