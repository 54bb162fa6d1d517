import type { Log } from '../ambient/log.ts'
import type { Settings } from '../config/settings.ts'
import type { Functions } from '../functions/functions.ts'

/** The functions of an API elsewhere; AWS's client is only loaded for them. */
export async function openLambdaEndpoint(
  { lambdaEndpoint: url }: Pick<Settings, 'lambdaEndpoint'>,
  { log }: { readonly log: Log },
): Promise<readonly (Functions & AsyncDisposable)[]> {
  if (url === undefined) return []
  const { lambdaEndpoint } = await import('../functions/lambda-endpoint.ts')
  return [lambdaEndpoint(url, { log })]
}
