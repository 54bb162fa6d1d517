import type { AdvancedSecurityModeType } from '@cognate/wire/user-pools.ts'
import type { Pool } from './pool.ts'

/** Custom sign-ins are watched apart from all others. */
export type WatchedFlow = 'standard' | 'custom'

/** What threat protection does about a flow: nothing, watch, or act. Changes of passwords belong to the standard flows. */
export function threatMode({ settings }: Pool, flow: WatchedFlow = 'standard'): AdvancedSecurityModeType {
  const { AdvancedSecurityMode = 'OFF', AdvancedSecurityAdditionalFlows } = settings.UserPoolAddOns ?? {}
  return flow === 'custom' ? (AdvancedSecurityAdditionalFlows?.CustomAuthMode ?? 'OFF') : AdvancedSecurityMode
}
