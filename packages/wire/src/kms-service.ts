import { openService } from './open-service.ts'
import type { Operations } from './kms.ts'

/**
 * As much of AWS Key Management Service (`kms`, 2014-11-01) as is served: broken constraints are ValidationException [K].
 * https://docs.aws.amazon.com/kms/latest/APIReference/
 */
export const kms = openService<Operations>('kms', 'ValidationException')
