import { kmsArn } from '../domain/kms-arn.ts'
import { scheduleDeletion } from '../flows/keys-of-kms/schedule-deletion.ts'
import { metadataOf } from './metadata-of.ts'
import type { Operation } from './operation.ts'

export const ScheduleKeyDeletion: Operation<'ScheduleKeyDeletion'> = async (input, context) => {
  const { KeyId, PendingWindowInDays = 30 } = input
  const key = await scheduleDeletion(context.caller, KeyId, PendingWindowInDays, context)
  const { DeletionDate, KeyState } = metadataOf(key)
  return { KeyId: kmsArn(key, `key/${key.id}`), DeletionDate, KeyState, PendingWindowInDays }
}
