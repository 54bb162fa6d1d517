import { kmsArn } from '../../domain/kms-arn.ts'
import type { KmsKey } from '../../domain/kms-key.ts'
import { kmsArnElsewhere, kmsKeyIdInvalid, kmsKeyNotFound, kmsKeyOfOthers } from '../../domain/kms-refusals.ts'
import type { Place } from '../../domain/pool.ts'
import type { World } from '../world.ts'

/** The key of an id or of its ARN: what manages keys takes no alias. */
export async function keyWithId(
  place: Place,
  asked: string,
  { store, clock }: Pick<World, 'store' | 'clock'>,
): Promise<KmsKey> {
  const [kind, id] = resourceOf(place, asked).split('/')
  if (kind !== 'key' || id === undefined || !form.test(id)) throw kmsKeyIdInvalid(asked)
  const key = await store.kmsKeys.find(place, id, clock.now())
  if (!key) throw kmsKeyNotFound(kmsArn(place, `key/${id}`))
  return key
}

const form = /^(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** `key/<id>`, whether its id or its ARN was said. */
function resourceOf(place: Place, asked: string): string {
  if (!asked.startsWith('arn:')) return `key/${asked}`
  const [, , service, region = '', account, ...resource] = asked.split(':')
  if (service !== 'kms') throw kmsKeyIdInvalid(asked)
  if (region !== place.region) throw kmsArnElsewhere(region.slice(0, 64))
  if (account !== place.account) throw kmsKeyOfOthers()
  return resource.join(':')
}
