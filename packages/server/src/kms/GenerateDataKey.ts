import { kmsArn } from '../domain/kms-arn.ts'
import { createDataKey } from '../flows/keys-of-kms/create-data-key.ts'
import { checkUse } from './check-use.ts'
import { dryRunEnds } from './dry-run-ends.ts'
import type { Operation } from './operation.ts'

export const GenerateDataKey: Operation<'GenerateDataKey'> = async (input, context) => {
  checkUse(input)
  const { key, plain, blob } = await createDataKey(context.caller, input, context)
  dryRunEnds(input)
  return {
    CiphertextBlob: blob.toString('base64'),
    Plaintext: plain.toString('base64'),
    KeyId: kmsArn(key, `key/${key.id}`),
  }
}
