import { kmsArn } from '../domain/kms-arn.ts'
import { createDataKey } from '../flows/keys-of-kms/create-data-key.ts'
import { dryRunEnds } from './dry-run-ends.ts'
import type { Operation } from './operation.ts'

export const GenerateDataKeyWithoutPlaintext: Operation<'GenerateDataKeyWithoutPlaintext'> = async (input, context) => {
  const { key, blob } = await createDataKey(context.caller, input, context)
  dryRunEnds(input)
  return { CiphertextBlob: blob.toString('base64'), KeyId: kmsArn(key, `key/${key.id}`) }
}
