import { kmsArn } from '../domain/kms-arn.ts'
import { keyWithId } from '../flows/keys-of-kms/key-with-id.ts'
import type { Operation } from './operation.ts'

/** Keys are not rotated here, and nothing can switch it on. */
export const GetKeyRotationStatus: Operation<'GetKeyRotationStatus'> = async ({ KeyId }, context) => {
  const key = await keyWithId(context.caller, KeyId, context)
  return { KeyRotationEnabled: false, KeyId: kmsArn(key, `key/${key.id}`) }
}
