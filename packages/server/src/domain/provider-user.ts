import type { ProviderUserIdentifierType } from '@cognate/wire/user-pools.ts'
import { invalid, missingParameter } from './refusals.ts'
import type { LoginName } from './user.ts'

/** Somebody as an identity provider, or the pool's own directory, names them. */
export interface ProviderUser {
  readonly provider: string
  /** The user's subject at the provider, or the attribute of the pool that the provider's claim is mapped to. */
  readonly attribute: string
  /** As the provider issues it: its case counts. */
  readonly value: string
}

export const subjectAttribute = 'Cognito_Subject'

/** So long that an index can hold it. */
const longestValue = 512

/** Refuses one that names nobody; `member` is what the request calls it. */
export function providerUser(
  member: string,
  { ProviderName, ProviderAttributeName, ProviderAttributeValue }: ProviderUserIdentifierType,
): ProviderUser {
  if (!ProviderName) throw missingParameter(`${member}.ProviderName`)
  if (!ProviderAttributeName) throw missingParameter(`${member}.ProviderAttributeName`)
  if (!ProviderAttributeValue) throw missingParameter(`${member}.ProviderAttributeValue`)
  if (ProviderAttributeValue.length > longestValue)
    throw invalid(`${member}.ProviderAttributeValue must be at most ${longestValue} characters.`)
  return { provider: ProviderName, attribute: ProviderAttributeName, value: ProviderAttributeValue }
}

/** No provider can have this name in whatever case: see checkProviderName. */
export const isOwnDirectory = ({ provider }: ProviderUser) => provider.toLowerCase() === 'cognito'

/** By which a federated sign-in finds the user. Names of providers and attributes hold no space. */
export function identityName({ provider, attribute, value }: ProviderUser): LoginName {
  return { kind: 'identity', name: `${provider} ${attribute} ${value}` }
}
