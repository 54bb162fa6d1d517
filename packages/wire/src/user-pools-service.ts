import { openService } from './open-service.ts'
import type { Operations } from './user-pools.ts'

/** Amazon Cognito user pools (`cognito-idp`, 2016-04-18): broken constraints are InvalidParameterException [O]. */
export const userPools = openService<Operations>('cognito-idp', 'InvalidParameterException')
