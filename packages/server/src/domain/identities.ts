import type { Attributes } from './user.ts'

/**
 * An account at an identity provider by which somebody signs in.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html
 */
export interface Identity {
  readonly userId: string
  readonly providerName: string
  readonly providerType: string
  /** The entity id of a SAML provider, once its answer told it. */
  readonly issuer: string | null
  /** Whether the user was made by this identity, and not linked to it. */
  readonly primary: 'true' | 'false'
  /** Milliseconds since 1970. */
  readonly dateCreated: string
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html */
export const mostIdentities = 5

/** Kept as the attribute that clients see: a JSON text, which nobody writes by its name, as no schema knows it. */
export function identitiesOf({ identities }: Attributes): readonly Identity[] {
  return identities === undefined ? [] : (JSON.parse(identities) as readonly Identity[])
}

export function withIdentities(attributes: Attributes, identities: readonly Identity[]): Attributes {
  const { identities: _, ...others } = attributes
  return identities.length === 0 ? others : { ...others, identities: JSON.stringify(identities) }
}
