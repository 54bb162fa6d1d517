import { openService } from './open-service.ts'
import type { Operations } from './identity-pools.ts'

/** Amazon Cognito identity pools (`cognito-identity`, 2014-06-30): broken constraints are ValidationException [O]. */
export const identityPools = openService<Operations>('cognito-identity', 'ValidationException')
