import type { ExplicitAuthFlowsType } from '@cognate/wire/user-pools.ts'
import type { ClientSituation } from './client-situation.ts'
import { storesArgon2idOnly } from './pool-tags.ts'
import type { ClientSettings, Pool } from './pool.ts'
import { Refusal } from './refusal.ts'
import { invalid } from './refusals.ts'

type Flows = readonly ExplicitAuthFlowsType[]

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html */
export function checkClientFlows(settings: ClientSettings, situation: ClientSituation): void {
  const flows = settings.ExplicitAuthFlows ?? []
  if (flows.some(isLegacy) && !flows.every(isLegacy))
    throw invalid("Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names.")
  if (settings.RefreshTokenRotation?.Feature === 'ENABLED' && flows.includes('ALLOW_REFRESH_TOKEN_AUTH'))
    throw invalid('ALLOW_REFRESH_TOKEN_AUTH cannot be used when refresh token rotation is enabled.')
  if (flows.includes('ALLOW_CLIENT_TOKEN_AUTH')) checkClientTokenFlow(flows, situation)
  checkFlowsOfPool(flows, situation.pool)
}

/** A client that asks for tokens of its own signs nobody in. */
function checkClientTokenFlow(flows: Flows, { hasSecret }: ClientSituation): void {
  if (flows.some((flow) => flow !== 'ALLOW_CLIENT_TOKEN_AUTH'))
    throw invalid('ALLOW_CLIENT_TOKEN_AUTH cannot be used with other auth flows.')
  if (!hasSecret) throw invalid('ALLOW_CLIENT_TOKEN_AUTH can not be selected if client does not have a client secret.')
}

/** A client that names no flows may use SRP, so in a pool that cannot prove it the flows must be named. */
function checkFlowsOfPool(flows: Flows, { settings }: Pool): void {
  if (flows.includes('ALLOW_USER_AUTH') && settings.UserPoolTier === 'LITE')
    throw new Refusal('FeatureUnavailableInTierException', 'ALLOW_USER_AUTH is not available in the LITE pricing tier.')
  if (storesArgon2idOnly(settings) && (flows.length === 0 || flows.includes('ALLOW_USER_SRP_AUTH')))
    throw invalid(
      'ALLOW_USER_SRP_AUTH is not possible in a user pool whose cognate:password-storage is argon2id; name other ExplicitAuthFlows.',
    )
}

const isLegacy = (flow: ExplicitAuthFlowsType) => !flow.startsWith('ALLOW_')
