import type { Pool, PoolReplica } from '../../domain/pool.ts'
import { invalid, replicaNotFound } from '../../domain/refusals.ts'

/** The replica of a pool in a Region, as it was read with the pool. */
export function findReplica({ id, region, settings }: Pool, regionName: string): PoolReplica {
  if (regionName === region) throw invalid(`The primary user pool is in ${region}, and not a replica.`)
  if (settings.Replica?.RegionName !== regionName) throw replicaNotFound(id, regionName)
  return settings.Replica
}
