import { mostCounted, type RiskFacts } from '../../domain/risk-level.ts'
import type { Pool } from '../../domain/pool.ts'
import type { World } from '../world.ts'
import type { Place } from './place-of.ts'

const hourMs = 3_600_000
/** Where a user got in longer ago than so many times is not familiar any more. */
const mostFamiliar = 50
const mostFailures = 20

/** What is known before an answer is judged; the same is read for nobody, so that it costs the same. */
export async function riskFacts(
  { pool, who, place }: { readonly pool: Pool; readonly who: string; readonly place: Place },
  { store, clock }: Pick<World, 'store' | 'clock'>,
): Promise<RiskFacts> {
  const since = clock.now() - hourMs
  const { addressDigest } = place
  const [familiar, failures, failingAccounts] = await Promise.all([
    store.authEvents.familiar(pool.id, who, mostFamiliar),
    store.authEvents.failures({ poolId: pool.id, who }, since, mostFailures),
    addressDigest === undefined
      ? 0
      : store.authEvents.failingAt({ poolId: pool.id, addressDigest }, since, mostCounted),
  ])
  return { familiar, ...place, failures, failingAccounts }
}
