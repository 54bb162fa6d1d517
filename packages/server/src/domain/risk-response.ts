import type {
  AccountTakeoverEventActionType,
  AdvancedSecurityModeType,
  RiskDecisionType,
  RiskLevelType,
} from '@cognate/wire/user-pools.ts'
import type { PoolDocuments } from './pool-resource.ts'

type RiskConfiguration = PoolDocuments['RiskConfiguration']

/** What is done about a risk: go on, ask for a second factor, or refuse. */
export interface RiskResponse {
  readonly does: 'goes on' | 'asks' | 'blocks'
  readonly decision: RiskDecisionType
  readonly notify: boolean
}

/**
 * The configured answer to a risk, which only a pool that enforces gives. Where nothing is configured for a level, nothing
 * is done [K].
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AccountTakeoverActionType.html
 */
export function riskResponse(
  level: RiskLevelType | undefined,
  {
    mode,
    takeover,
    canAsk,
  }: {
    readonly mode: AdvancedSecurityModeType
    readonly takeover: RiskConfiguration['AccountTakeoverRiskConfiguration']
    /** Whether the user has a second factor that they could be asked for. */
    readonly canAsk: boolean
  },
): RiskResponse {
  const action = level && mode === 'ENFORCED' ? takeover?.Actions?.[`${level}Action`] : undefined
  if (!action) return { does: 'goes on', decision: 'NoRisk', notify: false }
  const does = responses[action.EventAction](canAsk)
  return { does, decision: decisions[does], notify: action.Notify }
}

const responses: Readonly<Record<AccountTakeoverEventActionType, (canAsk: boolean) => RiskResponse['does']>> = {
  NO_ACTION: () => 'goes on',
  MFA_IF_CONFIGURED: (canAsk) => (canAsk ? 'asks' : 'goes on'),
  MFA_REQUIRED: (canAsk) => (canAsk ? 'asks' : 'blocks'),
  BLOCK: () => 'blocks',
}

/** NoRisk says that nothing was done, not that there is none [D]; the level says that. */
const decisions: Readonly<Record<RiskResponse['does'], RiskDecisionType>> = {
  'goes on': 'NoRisk',
  asks: 'AccountTakeover',
  blocks: 'Block',
}
