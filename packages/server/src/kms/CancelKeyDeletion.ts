import { kmsArn } from '../domain/kms-arn.ts'
import { cancelDeletion } from '../flows/keys-of-kms/cancel-deletion.ts'
import type { Operation } from './operation.ts'

export const CancelKeyDeletion: Operation<'CancelKeyDeletion'> = async ({ KeyId }, context) => {
  const key = await cancelDeletion(context.caller, KeyId, context)
  return { KeyId: kmsArn(key, `key/${key.id}`) }
}
