import { ownedByProvider, type PoolResource } from '../../domain/pool-resource.ts'
import { invalid } from '../../domain/refusals.ts'
import type { Statement } from '../../store/statement.ts'
import { newResource } from '../resources/add-resource.ts'
import type { World } from '../world.ts'

/** Lets all identifiers of a provider, and no other, lead to it; refuses one that leads to another provider. */
export function claimIdentifiers(
  { poolId, name, document }: PoolResource<'IdentityProvider'>,
  world: Pick<World, 'store' | 'clock'>,
): readonly Statement[] {
  const { resources } = world.store
  const owner = ownedByProvider(name)
  return [
    resources.removeOwned(poolId, owner),
    ...(document.IdpIdentifiers ?? []).map((identifier) => {
      const lead = { poolId, kind: 'IdpIdentifier', name: identifier, owner, document: { ProviderName: name } } as const
      const taken = () => invalid(`The identifier ${identifier} already exists in user pool ${poolId}.`)
      return resources.add(newResource(lead, world), taken)
    }),
  ]
}
