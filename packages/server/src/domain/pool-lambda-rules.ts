import type { PoolSettings } from './pool.ts'
import { invalid } from './refusals.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_LambdaConfigType.html */
export function checkPoolLambdas({ LambdaConfig: functions = {} }: PoolSettings): void {
  const { PreTokenGeneration, PreTokenGenerationConfig } = functions
  if (PreTokenGenerationConfig && PreTokenGenerationConfig.LambdaArn !== PreTokenGeneration)
    throw invalid("Cannot use PreTokenGenerationLambda and PreTokenGeneration with different Lambda function ARN's")
  if ((functions.CustomSMSSender || functions.CustomEmailSender) && !functions.KMSKeyID)
    throw invalid('KMSKeyId parameter is required when Custom SMS/Email Lambda trigger is used.')
}
