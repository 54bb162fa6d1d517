import type { PoolSettings } from './pool.ts'
import { noSessionManagement } from './refusals.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserPoolSessionConfiguration.html */
export function checkSessionTier({ UserPoolTier }: PoolSettings): void {
  if (UserPoolTier === 'LITE') throw noSessionManagement(UserPoolTier)
}
