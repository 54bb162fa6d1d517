import { sessionSpent } from '../../domain/refusals.ts'
import type { Session } from '../../domain/session.ts'
import { Conflict, type Statement } from '../../store/statement.ts'
import { leastRecentlyUsed } from '../sessions/least-recently-used.ts'
import type { World } from '../world.ts'
import type { Proof } from './attempt.ts'
import type { Situation } from './challenges/challenge.ts'
import { newSession } from './new-session.ts'

interface Opening {
  readonly session: Session
  /** Spends the attempt. */
  readonly opened: Statement
  /** What goes together with it, and last. */
  readonly along: readonly Statement[]
}

/** What lets a user in who lacks nothing more. */
export function opening(situation: Situation, proofs: readonly Proof[], world: World): Opening {
  const session = newSession(situation, proofs, world)
  const opened = world.store.sessions.open(session, sessionSpent)
  const evicted = leastRecentlyUsed(session, situation.pool, world)
  return { session, opened, along: [...deviceUsed(situation, world), ...evicted] }
}

/** Whoever signs in with a device that was forgotten, or is not remembered any more, is judged again. */
function deviceUsed({ device, origin }: Situation, { store, clock }: World): readonly Statement[] {
  if (!device) return []
  const used = { now: clock.now(), address: origin?.address ?? device.address }
  return [store.devices.use(device, used, () => new Conflict())]
}
