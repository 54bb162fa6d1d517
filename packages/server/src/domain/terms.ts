import type { CreateTermsRequest, UpdateTermsRequest } from '@cognate/wire/user-pools.ts'
import type { PoolDocuments } from './pool-resource.ts'
import { invalid } from './refusals.ts'

type Terms = PoolDocuments['Terms']

/** https://docs.aws.amazon.com/cognito/latest/developerguide/managed-login-terms-documents.html */
export function newTerms(requested: Omit<CreateTermsRequest, 'UserPoolId'>): Terms {
  const { ClientId, TermsName, TermsSource, Enforcement, Links } = requested
  if (!Links) throw invalid('Links are required.')
  checkLinks(Links)
  return { ClientId, TermsName, TermsSource, Enforcement, Links }
}

/** What an update does not name stays. */
export function updatedTerms(before: Terms, requested: UpdateTermsRequest): Terms {
  if (requested.Links) checkLinks(requested.Links)
  return {
    ClientId: before.ClientId,
    TermsName: requested.TermsName ?? before.TermsName,
    TermsSource: requested.TermsSource ?? before.TermsSource,
    Enforcement: requested.Enforcement ?? before.Enforcement,
    Links: requested.Links ?? before.Links,
  }
}

/** They become links of a page: nothing but another page may stand behind them. */
function checkLinks(links: Terms['Links']): void {
  const wrong = Object.values(links).find((link) => !/^https?:\/\/[^/]/i.test(link) || !URL.canParse(link))
  if (wrong !== undefined) throw invalid(`${wrong} is not a valid URL.`)
}
