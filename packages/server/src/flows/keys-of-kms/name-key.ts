import { kmsArn } from '../../domain/kms-arn.ts'
import {
  kmsAliasMalformed,
  kmsAliasNotFound,
  kmsAliasReserved,
  kmsAliasTaken,
  kmsAliasWithoutPrefix,
  kmsTooMany,
} from '../../domain/kms-refusals.ts'
import type { Place } from '../../domain/pool.ts'
import { settled } from '../../store/settled.ts'
import type { World } from '../world.ts'
import { keyWithId } from './key-with-id.ts'
import { notPendingDeletion } from './not-pending-deletion.ts'

interface Naming {
  readonly AliasName: string
  readonly TargetKeyId: string
  /** Whether the name must be free, or be there already. */
  readonly how: 'new' | 'again'
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html */
const mostAliases = { limit: 50, tooMany: () => kmsTooMany('aliases') }

/** Points an alias at a key that is still what it was when it was looked at. */
export function nameKey(place: Place, asked: Naming, world: Pick<World, 'store' | 'clock'>): Promise<void> {
  checkName(asked.AliasName)
  return settled(() => name(place, asked, world))
}

async function name(
  place: Place,
  { AliasName, TargetKeyId, how }: Naming,
  { store, clock }: Pick<World, 'store' | 'clock'>,
): Promise<void> {
  const key = notPendingDeletion(await keyWithId(place, TargetKeyId, { store, clock }))
  const { account, region } = place
  const [now, arn] = [clock.now(), kmsArn(place, AliasName)]
  const alias = { account, region, name: AliasName, keyId: key.id, createdAt: now, modifiedAt: now }
  const { kmsKeys, kmsAliases, pools } = store
  await store.decide([
    pools.holdAccount(place),
    kmsKeys.save(key),
    how === 'new'
      ? kmsAliases.add(alias, () => kmsAliasTaken(arn))
      : kmsAliases.save(alias, () => kmsAliasNotFound(arn)),
    kmsAliases.atMost(place, key.id, mostAliases),
  ])
}

function checkName(alias: string): void {
  if (!alias.startsWith('alias/')) throw kmsAliasWithoutPrefix()
  if (alias.startsWith('alias/aws/')) throw kmsAliasReserved()
  if (!/^alias\/[\w/-]+$/.test(alias)) throw kmsAliasMalformed()
}
