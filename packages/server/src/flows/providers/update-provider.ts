import type { UpdateIdentityProviderRequest } from '@cognate/wire/user-pools.ts'
import { updatedProvider } from '../../domain/identity-provider.ts'
import type { Pool } from '../../domain/pool.ts'
import { checkProviderDetails } from '../../domain/provider-details-rules.ts'
import { providerKinds, type ProviderDetails } from '../../domain/provider-details.ts'
import { checkProvider } from '../../domain/provider-rules.ts'
import { settled } from '../../store/settled.ts'
import type { World } from '../world.ts'
import { claimIdentifiers } from './identifiers.ts'
import { findProvider, sealedDetails, type IdentityProvider } from './identity-provider.ts'
import { refuseOwnDirectory } from './refuse-own-directory.ts'

export function updateProvider(
  requested: UpdateIdentityProviderRequest,
  pool: Pool,
  world: World,
): Promise<IdentityProvider> {
  const { store, clock } = world
  refuseOwnDirectory(requested.ProviderName)
  return settled(async () => {
    const before = await findProvider(pool.id, requested.ProviderName, world)
    const document = updatedProvider(before.resource.document, requested)
    const details = requested.ProviderDetails ? withHidden(requested.ProviderDetails, before) : before.details
    checkProvider(document, pool)
    checkProviderDetails(document.ProviderType, details)
    const sealed = sealedDetails(before.resource, details, world)
    const resource = { ...before.resource, document, sealed, modifiedAt: clock.now() }
    await store.decide([store.resources.save(resource), ...claimIdentifiers(resource, world)])
    return { resource, details }
  })
}

/** Who sends back what Describe gave cannot name what it hides. */
function withHidden(details: ProviderDetails, before: IdentityProvider): ProviderDetails {
  const { hidden } = providerKinds[before.resource.document.ProviderType]
  const kept = Object.entries(before.details).filter(([key]) => hidden.includes(key))
  return { ...Object.fromEntries(kept), ...details }
}
