import { accessTokenInvalid, clientNotFound } from '../domain/refusals.ts'
import { checkAnswerIn, isServedIn } from '../domain/secondary-region.ts'
import type { ChallengeNameType } from '@cognate/wire/user-pools.ts'
import type { World } from '../flows/world.ts'
import type { Callers } from './callers.ts'
import { regionInHost } from './region-in-host.ts'

/** An unsigned call that may concern a pool. */
export interface UnsignedCall {
  readonly operation: string
  readonly host: string | undefined
  readonly caller: Callers['anyone' | 'user']
  readonly input: unknown
}

/**
 * Refuses a call to a Region that does not serve it. Nobody signs for a Region here: only a name like Amazon's own
 * endpoints' says which is meant, and every other name means the pool's.
 */
export async function checkAskedRegion({ operation, host, caller, input }: UnsignedCall, world: World) {
  const region = regionInHost(host)
  if (region === undefined) return
  const { ClientId, ChallengeName } = input as Named
  const found = caller.kind === 'user' ? caller : ClientId && (await world.store.clients.findWithPool(ClientId))
  if (!found) return
  if (!isServedIn(region, operation, found.pool, world.clock.now()))
    throw caller.kind === 'user' ? accessTokenInvalid() : clientNotFound(found.client.id)
  if (ChallengeName) checkAnswerIn(region, ChallengeName, found.pool)
}

interface Named {
  readonly ClientId?: string
  readonly ChallengeName?: ChallengeNameType
}
