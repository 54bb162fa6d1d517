import { kmsArn } from '../../domain/kms-arn.ts'
import type { KmsKey } from '../../domain/kms-key.ts'
import { kmsKeyPendingDeletion } from '../../domain/kms-refusals.ts'

/** The key; refuses one that is to be deleted. */
export function notPendingDeletion(key: KmsKey): KmsKey {
  if (key.deletionAt !== undefined) throw kmsKeyPendingDeletion(kmsArn(key, `key/${key.id}`))
  return key
}
