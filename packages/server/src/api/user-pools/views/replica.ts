import type { ReplicaStatusType, UserPoolReplicaType } from '@cognate/wire/user-pools.ts'
import type { Pool } from '../../../domain/pool.ts'
import { poolArn } from './pool.ts'

interface Shown {
  readonly RegionName: string
  readonly Status: ReplicaStatusType
}

export function replicaView(id: string, account: string, { RegionName, Status }: Shown): UserPoolReplicaType {
  return { RegionName, Status, Role: 'SECONDARY', UserPoolArn: poolArn({ region: RegionName, account, id }) }
}

export function primaryView(pool: Pool): UserPoolReplicaType {
  return { RegionName: pool.region, Status: 'ACTIVE', Role: 'PRIMARY', UserPoolArn: poolArn(pool) }
}
