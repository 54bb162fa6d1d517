import { type EncryptionContext, kmsCiphertext } from '../../crypto/kms-ciphertext.ts'
import type { KmsKey } from '../../domain/kms-key.ts'
import type { World } from '../world.ts'
import { checkUsable } from './check-usable.ts'
import { keyMaterialContext } from './key-material-context.ts'

/** Encrypts a few bytes under a key, bound to a context. */
export function encryptUnder(
  key: KmsKey,
  plain: Uint8Array,
  context: EncryptionContext,
  { sealer, random }: Pick<World, 'sealer' | 'random'>,
): Buffer {
  checkUsable(key)
  const material = sealer.unseal(key.sealedMaterial, keyMaterialContext(key))
  return kmsCiphertext.make({ id: key.id, material }, plain, context, random)
}
