import type { EventFilterType } from '@cognate/wire/user-pools.ts'
import type { Pool } from '../../domain/pool.ts'
import { threatMode } from '../../domain/threat-mode.ts'
import type { World } from '../world.ts'
import type { RiskSettings } from './risk-settings.ts'

/** What is known of a password, and whether that is a reason to refuse it. */
export type Compromise = 'none' | 'noted' | 'refused'

/**
 * Looks a password up where the pool watches for that event. Only a pool that enforces refuses, and only if it is set to:
 * by default it is noted [K].
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-compromised-credentials.html
 */
export async function findCompromised(
  asked: { readonly at: EventFilterType; readonly password: string },
  { pool, settings }: { readonly pool: Pool; readonly settings: RiskSettings },
  { compromisedPasswords }: Pick<World, 'compromisedPasswords'>,
): Promise<Compromise> {
  const { EventFilter, Actions } = settings.CompromisedCredentialsRiskConfiguration ?? {}
  if (EventFilter && !EventFilter.includes(asked.at)) return 'none'
  if (!(await compromisedPasswords.contains(asked.password))) return 'none'
  return threatMode(pool) === 'ENFORCED' && Actions?.EventAction === 'BLOCK' ? 'refused' : 'noted'
}
