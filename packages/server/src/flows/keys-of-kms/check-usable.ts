import { kmsArn } from '../../domain/kms-arn.ts'
import type { KmsKey } from '../../domain/kms-key.ts'
import { kmsKeyDisabled, kmsKeyPendingDeletion } from '../../domain/kms-refusals.ts'

/** Refuses a key that does nothing now. https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html */
export function checkUsable(key: KmsKey): void {
  const arn = kmsArn(key, `key/${key.id}`)
  if (key.deletionAt !== undefined) throw kmsKeyPendingDeletion(arn)
  if (!key.settings.Enabled) throw kmsKeyDisabled(arn)
}
