import { signInBlocked } from '../../domain/refusals.ts'
import { threatMode, type WatchedFlow } from '../../domain/threat-mode.ts'
import type { World } from '../world.ts'
import { addressException } from './address-exception.ts'
import { riskSettings } from './risk-settings.ts'
import { type AccountRequest, keepRequest } from './watched-request.ts'

/** From a blocked range nobody begins to sign in, so that nobody is sent a code from there either. */
export async function refuseBlocked(
  start: Omit<AccountRequest, 'type' | 'chosen'> & { readonly flow: WatchedFlow },
  world: World,
): Promise<void> {
  const { pool, client, origin, flow } = start
  if (threatMode(pool, flow) !== 'ENFORCED') return
  if (addressException(origin, await riskSettings(pool, client, world)) !== 'blocked') return
  const risk = { decision: 'Block', compromised: false } as const
  await keepRequest({ ...start, type: 'SignIn' }, { risk, response: 'Fail' }, world)
  throw signInBlocked()
}
