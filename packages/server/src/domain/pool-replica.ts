import type { ReplicaStatusType } from '@cognate/wire/user-pools.ts'
import type { Pool, PoolReplica, PoolSettings } from './pool.ts'

/** Where it stands now. It accepts nobody until somebody activates it. */
export function replicaStatus({ Status, createdAt }: PoolReplica, now: number): ReplicaStatusType {
  return now < createdAt + creatingMs ? 'CREATING' : Status
}

/** [K] At Amazon's it takes minutes; here there is nothing to copy, and clients that poll see both statuses. */
const creatingMs = 2000

/** A replica is sealed by a key that both Regions have: the ids of multi-Region keys begin with `mrk-`. */
export function hasMultiRegionKey({ KeyConfiguration }: PoolSettings): boolean {
  const { KeyType, KmsKeyArn = '' } = KeyConfiguration ?? {}
  return KeyType === 'CUSTOMER_MANAGED_KEY' && /:key\/mrk-/.test(KmsKeyArn)
}

/** The pool as a Region shows it: a replica has a name and tags of its own. */
export function poolIn(region: string, pool: Pool): Pool {
  const { Replica } = pool.settings
  if (Replica?.RegionName !== region) return pool
  return { ...pool, region, settings: { ...pool.settings, UserPoolTags: Replica.UserPoolTags } }
}
