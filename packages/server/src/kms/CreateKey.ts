import { kmsUnsupported } from '../domain/kms-refusals.ts'
import { createKey } from '../flows/keys-of-kms/create-key.ts'
import { metadataOf } from './metadata-of.ts'
import type { Operation } from './operation.ts'

export const CreateKey: Operation<'CreateKey'> = async (input, context) => {
  const { KeyUsage = 'ENCRYPT_DECRYPT', Origin = 'AWS_KMS', CustomerMasterKeySpec, KeySpec, ...asked } = input
  const spec = KeySpec ?? CustomerMasterKeySpec ?? 'SYMMETRIC_DEFAULT'
  if (spec !== 'SYMMETRIC_DEFAULT') throw kmsUnsupported(`KeySpec ${spec}`)
  if (KeyUsage !== 'ENCRYPT_DECRYPT') throw kmsUnsupported(`KeyUsage ${KeyUsage}`)
  if (Origin !== 'AWS_KMS') throw kmsUnsupported(`Origin ${Origin}`)
  if (asked.CustomKeyStoreId !== undefined || asked.XksKeyId !== undefined) throw kmsUnsupported('A custom key store')
  return { KeyMetadata: metadataOf(await createKey(context.caller, asked, context)) }
}
