import type { AuthEvent } from '../../domain/auth-event.ts'
import type { CallOrigin } from '../../domain/call-origin.ts'
import type { Pool } from '../../domain/pool.ts'
import type { World } from '../world.ts'
import { eventContext, sealContext } from './event-context.ts'
import { placeOf } from './place-of.ts'

const dayMs = 86_400_000
/** AWS keeps events for two years; ours are for judging what comes next, and for asking the user. */
const lifetimeMs = 180 * dayMs
/** As far back as failures are counted: there are as many names of nobody as somebody likes to try. */
const lifetimeOfNobodyMs = 3_600_000

type Findings = Pick<AuthEvent, 'id' | 'type' | 'response' | 'risk' | 'challenges'>

export interface Concerned {
  readonly pool: Pool
  /** A sub, or a digest of a name that leads to nobody. */
  readonly who: string
  readonly isUser: 'yes' | 'no'
  readonly origin: CallOrigin | undefined
}

export function newEvent(
  found: Findings,
  { pool, who, isUser, origin }: Concerned,
  world: Pick<World, 'sealer' | 'clock'>,
): AuthEvent {
  const createdAt = world.clock.now()
  const sealedContext = sealContext(eventContext(origin), { poolId: pool.id, who, id: found.id }, world)
  return {
    poolId: pool.id,
    who,
    ...found,
    sealedContext,
    ...placeOf(origin, pool, world),
    createdAt,
    expiresAt: createdAt + (isUser === 'yes' ? lifetimeMs : lifetimeOfNobodyMs),
  }
}
