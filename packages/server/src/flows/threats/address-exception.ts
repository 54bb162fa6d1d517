import { inRanges } from '../../domain/address-ranges.ts'
import type { CallOrigin } from '../../domain/call-origin.ts'
import type { RiskSettings } from './risk-settings.ts'

/**
 * What the ranges of the operator say of an address: it is refused whatever else is found, or nothing is looked for.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RiskExceptionConfigurationType.html
 */
export function addressException(
  origin: CallOrigin | undefined,
  { RiskExceptionConfiguration }: RiskSettings,
): 'blocked' | 'skipped' | 'none' {
  const { BlockedIPRangeList = [], SkippedIPRangeList = [] } = RiskExceptionConfiguration ?? {}
  if (!origin || origin.speaker === 'operator') return 'none'
  if (inRanges(origin.address, BlockedIPRangeList)) return 'blocked'
  return inRanges(origin.address, SkippedIPRangeList) ? 'skipped' : 'none'
}
