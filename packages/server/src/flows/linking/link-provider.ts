import { identitiesOf, mostIdentities, withIdentities, type Identity } from '../../domain/identities.ts'
import type { PoolResource } from '../../domain/pool-resource.ts'
import type { Pool } from '../../domain/pool.ts'
import { identityName, isOwnDirectory, subjectAttribute, type ProviderUser } from '../../domain/provider-user.ts'
import {
  invalid,
  providerNotFound,
  sourceAlreadyLinked,
  sourceAlreadyThere,
  tooManyIdentities,
} from '../../domain/refusals.ts'
import type { User } from '../../domain/user.ts'
import { settled } from '../../store/settled.ts'
import type { World } from '../world.ts'
import { destinationUser } from './destination-user.ts'

/** From now on the destination's user signs in by the source too, which leads to nobody yet. */
export function linkProvider(
  pool: Pool,
  { destination, source }: { readonly destination: ProviderUser; readonly source: ProviderUser },
  world: World,
): Promise<void> {
  const { users, decide } = world.store
  return settled(async () => {
    const before = await destinationUser(pool, destination, world)
    const identity = newIdentity(source, await providerOf(pool, source, world), world)
    const name = identityName(source)
    const holder = await users.findByName(pool.id, name.name, ['identity'])
    if (holder) throw holder.sub === before.sub ? sourceAlreadyLinked() : sourceAlreadyThere()
    const identities = identitiesOf(before.attributes)
    if (identities.length >= mostIdentities) throw tooManyIdentities(mostIdentities)
    const attributes = withIdentities(before.attributes, [...identities, identity])
    const after: User = { ...before, attributes, modifiedAt: world.clock.now() }
    await decide([...users.save(after, before), users.addName(after, name, sourceAlreadyThere)])
  })
}

/** Refuses an attribute that no sign-in by this provider could tell. */
async function providerOf(pool: Pool, source: ProviderUser, { store }: Pick<World, 'store'>) {
  if (isOwnDirectory(source)) throw invalid('SourceUser must be a user of an identity provider.')
  const provider = await store.resources.find(pool.id, 'IdentityProvider', source.provider)
  if (!provider) throw providerNotFound(source.provider)
  const { ProviderType, AttributeMapping = {} } = provider.document
  const mapped = ProviderType === 'OIDC' || ProviderType === 'SAML' ? Object.keys(AttributeMapping) : []
  if (source.attribute !== subjectAttribute && !mapped.includes(source.attribute))
    throw invalid(`Attribute ${source.attribute} of provider ${source.provider} is not mapped.`)
  return provider
}

function newIdentity(
  source: ProviderUser,
  { document }: PoolResource<'IdentityProvider'>,
  { clock }: Pick<World, 'clock'>,
): Identity {
  return {
    userId: source.value,
    providerName: source.provider,
    providerType: document.ProviderType,
    issuer: null,
    primary: 'false',
    dateCreated: String(clock.now()),
  }
}
