import type { CreateResourceServerRequest } from '@cognate/wire/user-pools.ts'
import type { PoolDocuments } from './pool-resource.ts'
import { invalid } from './refusals.ts'

/**
 * What is kept of a resource server; one that names no scopes has none.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html
 */
export function resourceServerDocument({
  Identifier,
  Name,
  Scopes = [],
}: Omit<CreateResourceServerRequest, 'UserPoolId'>): PoolDocuments['ResourceServer'] {
  // The scopes that the service makes itself begin so: aws.cognito/dcr/register, aws.cognito.signin.user.admin.
  if (/^aws\.cognito\b/i.test(Identifier)) throw invalid(`The identifier ${Identifier} is reserved.`)
  const names = Scopes.map(({ ScopeName }) => ScopeName)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw invalid(`Scope ${twice} is defined more than once.`)
  return { Name, Scopes }
}
