import type { EventFilterType, EventType } from '@cognate/wire/user-pools.ts'
import type { EventRisk } from '../../domain/auth-event.ts'
import type { CallOrigin } from '../../domain/call-origin.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import { passwordCompromised, requestBlocked } from '../../domain/refusals.ts'
import { threatMode } from '../../domain/threat-mode.ts'
import { findUser } from '../find-user.ts'
import { nobody } from '../sign-in/identity.ts'
import type { World } from '../world.ts'
import { addressException } from './address-exception.ts'
import { findCompromised } from './find-compromised.ts'
import { isFailure } from './is-failure.ts'
import { keepEvent } from './keep-event.ts'
import { newEvent } from './new-event.ts'
import { riskSettings } from './risk-settings.ts'

/** Something else than a sign-in that is done with somebody's account. */
export interface AccountRequest {
  readonly type: EventType
  readonly pool: Pool
  readonly client: AppClient
  readonly username: string
  readonly origin: CallOrigin
  /** The password that is to be the user's. */
  readonly chosen?: { readonly at: EventFilterType; readonly password: string }
}

/**
 * Does what was asked for under the eyes of threat protection, where the pool has it: refuses callers of blocked
 * addresses, and compromised passwords before anybody is looked for; keeps how it went, for nobody as for a user.
 */
export async function watchedRequest<Outcome>(
  request: AccountRequest,
  act: () => Promise<Outcome>,
  world: World,
): Promise<Outcome> {
  const { pool, client, origin, chosen } = request
  const mode = threatMode(pool)
  if (mode === 'OFF') return act()
  const settings = await riskSettings(pool, client, world)
  const compromise = chosen ? await findCompromised(chosen, { pool, settings }, world) : 'none'
  const risk: EventRisk = { decision: 'NoRisk', compromised: compromise !== 'none' }
  const blocked = mode === 'ENFORCED' && addressException(origin, settings) === 'blocked'
  const refusal = blocked ? requestBlocked() : compromise === 'refused' ? passwordCompromised() : undefined
  if (refusal) {
    await keepRequest(request, { risk: { ...risk, decision: 'Block' }, response: 'Fail' }, world)
    throw refusal
  }
  try {
    const outcome = await act()
    await keepRequest(request, { risk, response: 'Pass' }, world)
    return outcome
  } catch (error) {
    if (isFailure(error)) await keepRequest(request, { risk, response: 'Fail' }, world)
    throw error
  }
}

/** Keeps how it went; with nobody's account too. */
export async function keepRequest(
  { type, pool, username, origin }: Omit<AccountRequest, 'client' | 'chosen'>,
  found: { readonly risk: EventRisk; readonly response: 'Pass' | 'Fail' },
  world: World,
): Promise<void> {
  const user = await findUser(pool, username, world)
  const who = user?.sub ?? nobody(username, pool, world)
  const concerned = { pool, who, isUser: user ? 'yes' : 'no', origin } as const
  const id = world.random.uuid()
  await keepEvent(newEvent({ id, type, challenges: [], ...found }, concerned, world), concerned, world)
}
