import type { DataKeySpec } from '@cognate/wire/kms.ts'
import type { EncryptionContext } from '../../crypto/kms-ciphertext.ts'
import type { KmsKey } from '../../domain/kms-key.ts'
import { kmsDataKeyLength } from '../../domain/kms-refusals.ts'
import type { Place } from '../../domain/pool.ts'
import type { World } from '../world.ts'
import { encryptUnder } from './encrypt-under.ts'
import { keyNamed } from './key-named.ts'

interface DataKeyAsked {
  readonly KeyId: string
  readonly EncryptionContext?: EncryptionContext | undefined
  readonly NumberOfBytes?: number | undefined
  readonly KeySpec?: DataKeySpec | undefined
}

/** A new key for data, in clear and encrypted; nothing of it is kept. */
export async function createDataKey(
  place: Place,
  { KeyId, EncryptionContext: context = {}, NumberOfBytes, KeySpec }: DataKeyAsked,
  world: Pick<World, 'store' | 'clock' | 'sealer' | 'random'>,
): Promise<{ readonly key: KmsKey; readonly plain: Buffer; readonly blob: Buffer }> {
  if ((NumberOfBytes === undefined) === (KeySpec === undefined)) throw kmsDataKeyLength()
  const key = await keyNamed(place, KeyId, world)
  const plain = world.random.bytes(NumberOfBytes ?? (KeySpec === 'AES_128' ? 16 : 32))
  return { key, plain, blob: encryptUnder(key, plain, context, world) }
}
