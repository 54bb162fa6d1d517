import { kmsArn } from '../../domain/kms-arn.ts'
import type { KmsKey } from '../../domain/kms-key.ts'
import { kmsKeyNotPendingDeletion } from '../../domain/kms-refusals.ts'
import type { Place } from '../../domain/pool.ts'
import type { World } from '../world.ts'
import { changeKey } from './change-key.ts'

/** Keeps a key after all; it comes back disabled. */
export function cancelDeletion(place: Place, asked: string, world: Pick<World, 'store' | 'clock'>): Promise<KmsKey> {
  return changeKey(place, asked, kept, world)
}

function kept({ deletionAt, ...key }: KmsKey): KmsKey {
  if (deletionAt === undefined) throw kmsKeyNotPendingDeletion(kmsArn(key, `key/${key.id}`))
  return { ...key, settings: { ...key.settings, Enabled: false } }
}
