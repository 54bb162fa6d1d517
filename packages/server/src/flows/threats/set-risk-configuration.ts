import type { SetRiskConfigurationRequest } from '@cognate/wire/user-pools.ts'
import { allClients, ownedByClient, type PoolResource } from '../../domain/pool-resource.ts'
import type { Pool } from '../../domain/pool.ts'
import { checkThreatProtection, riskConfigurationOf } from '../../domain/risk-configuration.ts'
import { clientStays } from '../clients/client-stays.ts'
import { newResource } from '../resources/add-resource.ts'
import { dropResource, putResource } from '../resources/put-resource.ts'
import type { World } from '../world.ts'

/** Replaces what is done about risks for one client, or for all that have nothing of their own. */
export async function setRiskConfiguration(
  requested: SetRiskConfigurationRequest,
  pool: Pool,
  world: World,
): Promise<PoolResource<'RiskConfiguration'>> {
  checkThreatProtection(pool)
  const { ClientId: name = allClients } = requested
  const document = riskConfigurationOf(requested)
  const place = { poolId: pool.id, kind: 'RiskConfiguration', name, owner: ownedByClient(name) } as const
  const conditions = () => clientStays(pool.id, name, world)
  if (document) return putResource({ ...place, document }, conditions, world)
  await dropResource(place, conditions, world)
  return newResource({ ...place, document: {} }, world)
}
