import { keyNamed } from '../flows/keys-of-kms/key-named.ts'
import { metadataOf } from './metadata-of.ts'
import type { Operation } from './operation.ts'

export const DescribeKey: Operation<'DescribeKey'> = async ({ KeyId }, context) => ({
  KeyMetadata: metadataOf(await keyNamed(context.caller, KeyId, context)),
})
