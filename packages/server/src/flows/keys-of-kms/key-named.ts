import { kmsArn } from '../../domain/kms-arn.ts'
import type { KmsKey } from '../../domain/kms-key.ts'
import { kmsAliasNotFound } from '../../domain/kms-refusals.ts'
import type { Place } from '../../domain/pool.ts'
import type { World } from '../world.ts'
import { keyWithId } from './key-with-id.ts'

/** The key of an id, an alias, or the ARN of either. */
export async function keyNamed(place: Place, asked: string, world: Pick<World, 'store' | 'clock'>): Promise<KmsKey> {
  const name = aliasIn(place, asked)
  if (name === undefined) return keyWithId(place, asked, world)
  const alias = await world.store.kmsAliases.find(place, name)
  const key = alias && (await world.store.kmsKeys.find(place, alias.keyId, world.clock.now()))
  if (!key) throw kmsAliasNotFound(kmsArn(place, name.slice(0, 256)))
  return key
}

function aliasIn(place: Place, asked: string): string | undefined {
  if (asked.startsWith('alias/')) return asked
  const own = kmsArn(place, '')
  return asked.startsWith(`${own}alias/`) ? asked.slice(own.length) : undefined
}
