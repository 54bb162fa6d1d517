import type { CreateIdentityProviderRequest, UpdateIdentityProviderRequest } from '@cognate/wire/user-pools.ts'
import type { PoolDocuments } from './pool-resource.ts'
import { providerKinds } from './provider-details.ts'

type Provider = PoolDocuments['IdentityProvider']

export function newProvider(
  requested: Omit<CreateIdentityProviderRequest, 'ProviderName' | 'ProviderDetails'>,
): Provider {
  const { ProviderType, AttributeMapping, IdpIdentifiers, AcrMapping } = requested
  return { ProviderType, AttributeMapping: completed(ProviderType, AttributeMapping), IdpIdentifiers, AcrMapping }
}

/** What an update does not name stays; what it names is replaced as a whole. */
export function updatedProvider(before: Provider, requested: UpdateIdentityProviderRequest): Provider {
  const { ProviderType } = before
  return {
    ProviderType,
    AttributeMapping: completed(ProviderType, requested.AttributeMapping ?? before.AttributeMapping),
    IdpIdentifiers: requested.IdpIdentifiers ?? before.IdpIdentifiers,
    AcrMapping: requested.AcrMapping ?? before.AcrMapping,
  }
}

/** Who the user is, is always mapped; SAML has its NameID for that. */
function completed(
  type: Provider['ProviderType'],
  mapping: Provider['AttributeMapping'],
): Provider['AttributeMapping'] {
  const { subject } = providerKinds[type]
  return subject === undefined ? mapping : { username: subject, ...mapping }
}
