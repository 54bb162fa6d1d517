import type { Pool } from './pool.ts'

export type IssuerMode = 'cognate' | 'aws'

/**
 * What the pool's tokens name as `iss`: our own address, or AWS's where the pool's tag `cognate:issuer` or the server says so.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html
 */
export function issuerOf(pool: Pool, site: { readonly publicUrl: string; readonly issuer: IssuerMode }): string {
  const mode = pool.settings.UserPoolTags?.['cognate:issuer'] ?? site.issuer
  if (mode !== 'aws') return `${site.publicUrl}/${pool.id}`
  const host = pool.settings.IssuerConfiguration?.Type === 'UPDATED' ? 'issuer-cognito-idp' : 'cognito-idp'
  return `https://${host}.${pool.region}.amazonaws.com/${pool.id}`
}
