import type { PoolDocuments } from './pool-resource.ts'
import type { Pool } from './pool.ts'
import { providerKinds } from './provider-details.ts'
import { invalid } from './refusals.ts'
import { schemaOf } from './user-attributes.ts'

type Provider = PoolDocuments['IdentityProvider']

/** Refuses a name that is not the type's, where the type has one, or is another type's, or the pool's own. */
export function checkProviderName(name: string, type: Provider['ProviderType']): void {
  const reserved = ['COGNITO', ...Object.keys(providerKinds).filter(isSocial)]
  const isTaken = reserved.some((word) => word.toLowerCase() === name.toLowerCase())
  if (isSocial(type) ? name !== type : isTaken) throw invalid(`Provider ${name} cannot be of type ${type}.`)
}

const isSocial = (type: string) => type !== 'OIDC' && type !== 'SAML'

/** Refuses mappings that cannot be followed, and names that lead to the provider twice. */
export function checkProvider(provider: Provider, pool: Pool): void {
  const { AttributeMapping = {}, IdpIdentifiers = [], AcrMapping = {}, ProviderType } = provider
  const schema = schemaOf(pool)
  const unknown = Object.keys(AttributeMapping).find(
    (name) => name === 'sub' || !(name === 'username' || schema.has(name)),
  )
  if (unknown !== undefined)
    throw invalid(`Attribute ${unknown} cannot be mapped: the user pool has no such attribute.`)
  if (new Set(IdpIdentifiers).size < IdpIdentifiers.length) throw invalid('IdpIdentifiers must be distinct.')
  const levels = Object.keys(AcrMapping)
  if (levels.length > 0 && ProviderType !== 'OIDC') throw invalid('AcrMapping is supported for OIDC providers only.')
  const level = levels.find((name) => !/^Level[1-4]$/.test(name))
  if (level !== undefined)
    throw invalid(`${level} is not an ACR level: the levels are Level1, Level2, Level3 and Level4.`)
}
