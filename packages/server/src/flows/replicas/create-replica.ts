import type { CreateUserPoolReplicaRequest } from '@cognate/wire/user-pools.ts'
import { hasMultiRegionKey } from '../../domain/pool-replica.ts'
import { checkNewTags } from '../../domain/pool-tags.ts'
import type { Pool, PoolReplica } from '../../domain/pool.ts'
import { invalid, noReplicas, replicaNeedsKey, tooManyReplicas } from '../../domain/refusals.ts'
import { changePool } from '../pools/change-pool.ts'
import type { World } from '../world.ts'

type Requested = Omit<CreateUserPoolReplicaRequest, 'UserPoolId'>

/** https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-multi-region.html */
export async function createReplica(
  find: () => Promise<Pool>,
  requested: Requested,
  world: Pick<World, 'store' | 'clock'>,
): Promise<PoolReplica> {
  const { RegionName, UserPoolTags } = requested
  const Replica: PoolReplica = { RegionName, UserPoolTags, Status: 'INACTIVE', createdAt: world.clock.now() }
  const replicated = (pool: Pool) => {
    checkNewReplica(pool, requested)
    return { ...pool.settings, Replica }
  }
  await changePool(find, replicated, world)
  return Replica
}

function checkNewReplica({ region, settings }: Pool, { RegionName, UserPoolTags }: Requested): void {
  checkNewTags(UserPoolTags)
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(RegionName)) throw invalid(`${RegionName} is not an AWS Region.`)
  if (RegionName === region) throw invalid(`The user pool is in ${region}: its replica must be in another Region.`)
  if (settings.UserPoolTier === 'LITE') throw noReplicas(settings.UserPoolTier)
  if (!hasMultiRegionKey(settings)) throw replicaNeedsKey()
  if (settings.Replica) throw tooManyReplicas()
}
