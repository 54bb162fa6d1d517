import { type EncryptionContext, kmsCiphertext } from '../../crypto/kms-ciphertext.ts'
import type { KmsKey } from '../../domain/kms-key.ts'
import { kmsCiphertextInvalid, kmsCiphertextOfOthers, kmsKeyIncorrect } from '../../domain/kms-refusals.ts'
import type { Place } from '../../domain/pool.ts'
import type { World } from '../world.ts'
import { checkUsable } from './check-usable.ts'
import { keyMaterialContext } from './key-material-context.ts'
import { keyNamed } from './key-named.ts'

interface Encrypted {
  readonly blob: Buffer
  readonly context: EncryptionContext
  /** The key it must be of, where the caller says so. */
  readonly keyId?: string | undefined
}

/** Decrypts what a key of the place encrypted for the same context. */
export async function decryptUnder(
  place: Place,
  { blob, context, keyId }: Encrypted,
  world: Pick<World, 'store' | 'clock' | 'sealer'>,
): Promise<{ readonly key: KmsKey; readonly plain: Buffer }> {
  const named = keyId === undefined ? undefined : await keyNamed(place, keyId, world)
  const id = kmsCiphertext.keyIdOf(blob)
  if (id === undefined) throw kmsCiphertextInvalid()
  if (named && named.id !== id) throw kmsKeyIncorrect()
  const key = named ?? (await world.store.kmsKeys.find(place, id, world.clock.now()))
  if (!key) throw kmsCiphertextOfOthers()
  checkUsable(key)
  const material = world.sealer.unseal(key.sealedMaterial, keyMaterialContext(key))
  const plain = kmsCiphertext.open({ id, material }, blob, context)
  if (!plain) throw kmsCiphertextInvalid()
  return { key, plain }
}
