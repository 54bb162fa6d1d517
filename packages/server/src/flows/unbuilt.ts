import type { LambdaConfigType } from '@cognate/wire/user-pools.ts'
import type { Pool } from '../domain/pool.ts'
import { triggerNotBuilt } from '../domain/refusals.ts'

/**
 * Refuses a flow that one of these functions would take part in: it might have refused the caller, and is never
 * silently left out.
 */
export function refuseUnbuilt(pool: Pool, triggers: readonly (keyof LambdaConfigType)[]): void {
  const configured = pool.settings.LambdaConfig ?? {}
  const trigger = triggers.find((name) => configured[name] !== undefined)
  if (trigger) throw triggerNotBuilt(trigger)
}
