import { allClients } from '../../domain/pool-resource.ts'
import type { Pool, PoolSettings } from '../../domain/pool.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { World } from '../world.ts'

/** Refuses a lower feature plan while the pool holds what only a higher one has. */
export async function checkLoweredTier(
  { id, settings: before }: Pool,
  { UserPoolTier: tier }: PoolSettings,
  { store }: Pick<World, 'store'>,
): Promise<void> {
  if (tier === before.UserPoolTier || tier === 'PLUS') return
  const [domains, logs] = await Promise.all([
    store.domains.ofPool(id),
    store.resources.find(id, 'LogDelivery', allClients),
  ])
  if (logs?.document.LogConfigurations.some(({ EventSource }) => EventSource === 'userAuthEvents'))
    throw notAllowed(tier, 'User Activity Log Delivery')
  if (tier === 'LITE' && domains.some(({ settings }) => settings.ManagedLoginVersion === 2))
    throw notAllowed(tier, 'Managed Login')
}

const notAllowed = (tier: PoolSettings['UserPoolTier'], feature: string) =>
  new Refusal(
    'TierChangeNotAllowedException',
    `The following features need to be disabled for the ${tier} pricing tier configured: ${feature}`,
  )
