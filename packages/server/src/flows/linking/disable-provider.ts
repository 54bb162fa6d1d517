import { identitiesOf, withIdentities, type Identity } from '../../domain/identities.ts'
import type { Pool } from '../../domain/pool.ts'
import { identityName, type ProviderUser } from '../../domain/provider-user.ts'
import { providerNotFound, userNotFound } from '../../domain/refusals.ts'
import type { User } from '../../domain/user.ts'
import { settled } from '../../store/settled.ts'
import type { World } from '../world.ts'

/** An identity leads no longer to the user it was linked to; also one of a provider that was deleted meanwhile. */
export function disableProvider(pool: Pool, source: ProviderUser, world: World): Promise<void> {
  const { users, resources, decide } = world.store
  return settled(async () => {
    const name = identityName(source)
    const before = await users.findByName(pool.id, name.name, ['identity'])
    if (!before) {
      const provider = await resources.find(pool.id, 'IdentityProvider', source.provider)
      throw provider ? userNotFound() : providerNotFound(source.provider)
    }
    const attributes = withIdentities(before.attributes, without(source, identitiesOf(before.attributes)))
    const after: User = { ...before, attributes, modifiedAt: world.clock.now() }
    await decide([...users.save(after, before), users.removeName(after, name)])
  })
}

/** One only: the same value may be linked by another attribute as well. */
function without({ provider, value }: ProviderUser, identities: readonly Identity[]): readonly Identity[] {
  const place = identities.findIndex(({ providerName, userId }) => providerName === provider && userId === value)
  return identities.filter((_, other) => other !== place)
}
