import type { Statement } from '../../store/statement.ts'
import type { World } from '../world.ts'

/** Long enough for a code to be refused by its age, whatever the clocks of nodes. */
const keptMs = 10 * 60_000

/** Uses up the code of one time step; refuses the second time (RFC 6238, section 5.2). */
export function useCodeOnce(
  { poolId, secret, step }: { readonly poolId: string; readonly secret: string; readonly step: number },
  { store, sealer, clock }: Pick<World, 'store' | 'sealer' | 'clock'>,
  used: () => Error,
): Statement {
  const attemptId = `software token ${sealer.digest(secret, 'software token')}`
  return store.sessions.spend({ poolId, attemptId, step, expiresAt: clock.now() + keptMs }, used)
}
