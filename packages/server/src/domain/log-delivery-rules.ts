import type { LogConfigurationType } from '@cognate/wire/user-pools.ts'
import type { Pool } from './pool.ts'
import { Refusal } from './refusal.ts'
import { invalid } from './refusals.ts'

/** https://docs.aws.amazon.com/cognito/latest/developerguide/exporting-quotas-and-usage.html */
export function checkLogDelivery(configurations: readonly LogConfigurationType[], { settings }: Pool): void {
  const sources = configurations.map(({ EventSource }) => EventSource)
  if (new Set(sources).size < sources.length) throw invalid('Each event source can be configured only once.')
  for (const configuration of configurations) checkLog(configuration)
  if (sources.includes('userAuthEvents') && settings.UserPoolTier !== 'PLUS')
    throw new Refusal(
      'FeatureUnavailableInTierException',
      `User activity log delivery is not available in the ${settings.UserPoolTier ?? 'ESSENTIALS'} pricing tier.`,
    )
}

function checkLog(configuration: LogConfigurationType): void {
  const { EventSource, LogLevel, CloudWatchLogsConfiguration, S3Configuration, FirehoseConfiguration } = configuration
  const wanted = EventSource === 'userNotification' ? 'ERROR' : 'INFO'
  if (LogLevel !== wanted) throw invalid(`The log level of ${EventSource} must be ${wanted}.`)
  const places = [
    CloudWatchLogsConfiguration?.LogGroupArn,
    S3Configuration?.BucketArn,
    FirehoseConfiguration?.StreamArn,
  ].filter((arn) => arn !== undefined)
  if (places.length !== 1) throw invalid(`${EventSource} needs exactly one place to be delivered to.`)
  if (EventSource === 'userNotification' && !CloudWatchLogsConfiguration)
    throw invalid('userNotification can be delivered to CloudWatch Logs only.')
}
