import { kmsArn } from '../domain/kms-arn.ts'
import { encryptUnder } from '../flows/keys-of-kms/encrypt-under.ts'
import { keyNamed } from '../flows/keys-of-kms/key-named.ts'
import { checkUse } from './check-use.ts'
import { dryRunEnds } from './dry-run-ends.ts'
import type { Operation } from './operation.ts'

export const Encrypt: Operation<'Encrypt'> = async (input, context) => {
  checkUse(input)
  const { KeyId, Plaintext, EncryptionContext = {} } = input
  const key = await keyNamed(context.caller, KeyId, context)
  const blob = encryptUnder(key, Buffer.from(Plaintext, 'base64'), EncryptionContext, context)
  dryRunEnds(input)
  return {
    CiphertextBlob: blob.toString('base64'),
    KeyId: kmsArn(key, `key/${key.id}`),
    EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
  }
}
