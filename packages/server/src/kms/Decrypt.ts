import { kmsArn } from '../domain/kms-arn.ts'
import { decryptUnder } from '../flows/keys-of-kms/decrypt-under.ts'
import { checkUse } from './check-use.ts'
import { dryRunEnds } from './dry-run-ends.ts'
import type { Operation } from './operation.ts'

export const Decrypt: Operation<'Decrypt'> = async (input, context) => {
  checkUse(input)
  const { CiphertextBlob, KeyId: keyId, EncryptionContext: bound = {} } = input
  const encrypted = { blob: Buffer.from(CiphertextBlob, 'base64'), context: bound, keyId }
  const { key, plain } = await decryptUnder(context.caller, encrypted, context)
  dryRunEnds(input)
  return {
    KeyId: kmsArn(key, `key/${key.id}`),
    Plaintext: plain.toString('base64'),
    EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
  }
}
