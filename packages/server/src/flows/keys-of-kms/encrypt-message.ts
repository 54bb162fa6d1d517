import type { KmsNodeClientSupplier } from '@aws-crypto/client-node'
import { kmsArn } from '../../domain/kms-arn.ts'
import type { Place } from '../../domain/pool.ts'
import type { World } from '../world.ts'
import { createDataKey } from './create-data-key.ts'
import { keyNamed } from './key-named.ts'

interface Secret {
  readonly keyId: string
  readonly text: string
  readonly context: Readonly<Record<string, string>>
}

/**
 * A message of the AWS Encryption SDK, as base64. Its suite does not commit to a key but signs: AWS's samples read it with
 * REQUIRE_ENCRYPT_ALLOW_DECRYPT, which reads both kinds [K].
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-email-sender.html
 */
export async function encryptMessage(
  place: Place,
  { keyId, text, context }: Secret,
  world: Pick<World, 'store' | 'clock' | 'sealer' | 'random'>,
): Promise<string> {
  // 32 MB on the disk that few servers ever need.
  const { AlgorithmSuiteIdentifier, buildEncrypt, CommitmentPolicy, KmsKeyringNode } =
    await import('@aws-crypto/client-node')
  const key = await keyNamed(place, keyId, world)
  const generatorKeyId = kmsArn(key, `key/${key.id}`)
  const keyring = new KmsKeyringNode({ generatorKeyId, clientProvider: () => keysOf(place, world) })
  const { encrypt } = buildEncrypt(CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT)
  const suiteId = AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
  const { result } = await encrypt(keyring, Buffer.from(text), { suiteId, encryptionContext: { ...context } })
  return result.toString('base64')
}

type KmsClient = Exclude<ReturnType<KmsNodeClientSupplier>, false>

/** What the SDK asks of a client of KMS when it encrypts for one key, answered in this process. */
function keysOf(place: Place, world: Parameters<typeof encryptMessage>[2]): KmsClient {
  const neverAsked = () => Promise.reject(new Error('Only data keys are asked for'))
  return {
    async generateDataKey({ KeyId, EncryptionContext, NumberOfBytes }) {
      const { key, plain, blob } = await createDataKey(place, { KeyId, EncryptionContext, NumberOfBytes }, world)
      return { KeyId: kmsArn(key, `key/${key.id}`), Plaintext: plain, CiphertextBlob: blob }
    },
    encrypt: neverAsked,
    decrypt: neverAsked,
  }
}
