import type { TermsDescriptionType, TermsType } from '@cognate/wire/user-pools.ts'
import type { PoolResource } from '../../../domain/pool-resource.ts'

export function termsView(terms: PoolResource<'Terms'>): TermsType {
  return { UserPoolId: terms.poolId, ...terms.document, ...termsSummaryView(terms) }
}

export function termsSummaryView({
  name,
  document,
  createdAt,
  modifiedAt,
}: PoolResource<'Terms'>): TermsDescriptionType {
  return {
    TermsId: name,
    TermsName: document.TermsName,
    Enforcement: document.Enforcement,
    CreationDate: new Date(createdAt),
    LastModifiedDate: new Date(modifiedAt),
  }
}
