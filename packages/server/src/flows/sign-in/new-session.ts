import { acrLevelOf, acrName } from '../../domain/acr-level.ts'
import type { CallOrigin } from '../../domain/call-origin.ts'
import { deviceTypeOf } from '../../domain/device-type.ts'
import { tracksDevices } from '../../domain/device-tracking.ts'
import type { Pool } from '../../domain/pool.ts'
import { tracksSessions } from '../../domain/session-tracking.ts'
import type { Session } from '../../domain/session.ts'
import { tokenValidity } from '../../domain/token-validity.ts'
import type { World } from '../world.ts'
import type { Proof } from './attempt.ts'
import type { Situation } from './challenges/challenge.ts'
import { methodsShown } from './methods-shown.ts'

/** The session that an attempt opens; it takes the attempt's id, so that it can open only once. */
export function newSession(
  { attempt, pool, client, device, origin }: Situation,
  proofs: readonly Proof[],
  { clock, random }: Pick<World, 'clock' | 'random'>,
): Session {
  const now = clock.now()
  return {
    poolId: attempt.poolId,
    sub: attempt.who,
    id: attempt.id,
    clientId: client.id,
    originJti: random.uuid(),
    // Never before its client, however the clocks of nodes differ: an older session is one of a client before it.
    authenticatedAt: Math.max(now, client.createdAt),
    expiresAt: now + tokenValidity(client).refreshToken * 1000,
    generation: 0,
    ...strengthOf(proofs, pool),
    ...(tracksDevices(pool.settings) && { deviceKey: device?.key ?? `${pool.region}_${random.uuid()}` }),
    ...(tracksSessions(pool.settings) && placeOf(origin)),
  }
}

function strengthOf(proofs: readonly Proof[], { settings }: Pool): Pick<Session, 'acr' | 'amr'> {
  const amr = methodsShown(proofs)
  const level = acrLevelOf(amr)
  return { amr, ...(level !== undefined && { acr: acrName(settings, level) }) }
}

function placeOf(origin: CallOrigin | undefined): Pick<Session, 'address' | 'deviceType'> {
  return origin ? { address: origin.address, deviceType: deviceTypeOf(origin.userAgent) } : {}
}
