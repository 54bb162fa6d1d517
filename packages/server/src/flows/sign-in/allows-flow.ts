import type { ExplicitAuthFlowsType } from '@cognate/wire/user-pools.ts'
import type { AppClient } from '../../domain/pool.ts'

/** What a client may do when it says nothing. */
const defaultFlows: readonly ExplicitAuthFlowsType[] = [
  'ALLOW_REFRESH_TOKEN_AUTH',
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_CUSTOM_AUTH',
]

/** Whether a client may use one of these flows. */
export function allowsFlow(client: AppClient, flows: readonly ExplicitAuthFlowsType[]): boolean {
  const allowed = client.settings.ExplicitAuthFlows
  return flows.some((flow) => (allowed && allowed.length > 0 ? allowed : defaultFlows).includes(flow))
}
