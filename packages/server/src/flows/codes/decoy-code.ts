import type { CodeDeliveryDetailsType } from '@cognate/wire/user-pools.ts'
import { maskContact, type ContactAttribute } from '../../domain/contact.ts'
import { foldName } from '../../domain/names.ts'
import type { Pool } from '../../domain/pool.ts'
import type { CodePurpose } from '../../domain/session.ts'
import type { Statement } from '../../store/statement.ts'
import { checkChannel } from '../messages/check-channel.ts'
import { codeDigest } from '../messages/code-digest.ts'
import { countEmail } from '../quotas/count-email.ts'
import type { World } from '../world.ts'
import { decoyDestination } from './decoy-destination.ts'
import { codeLifetimes } from './lifetimes.ts'

/** A code that is not sent, because there is nobody to have it or because they may not, and that must not show. */
export interface Decoy {
  readonly pool: Pool
  /** The sub, or the stand-in of nobody. */
  readonly who: string
  readonly calledAs: string
  readonly purpose: CodePurpose
  /** Where the pool would send a real one, the preferred address first. */
  readonly attributes: readonly ContactAttribute[]
}

/**
 * What stands in for a code message: a code is kept that nobody can know, so that answers to it are judged, counted and
 * refused as any wrong one; the destination is made up, the same each time for the same name.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html
 */
export async function decoyCode(
  { pool, who, calledAs, purpose, attributes }: Decoy,
  world: Pick<World, 'store' | 'sealer' | 'random' | 'clock' | 'outbox' | 'rates'>,
): Promise<{ readonly statements: readonly Statement[]; readonly details: CodeDeliveryDetailsType }> {
  const { attribute, value } = decoyDestination(foldName(pool, calledAs), attributes, {
    poolId: pool.id,
    sealer: world.sealer,
  })
  const channel = attribute === 'email' ? 'email' : 'sms'
  checkChannel(pool, channel, world)
  const now = world.clock.now()
  const holder = { poolId: pool.id, sub: who, purpose }
  const digest = codeDigest(world.random.uuid(), holder, world.sealer)
  const kept = { ...holder, digest, attribute, value: '', createdAt: now, expiresAt: now + codeLifetimes[purpose] }
  return {
    statements: [world.store.codes.put(kept), ...(await countEmail(pool, channel, world))],
    details: {
      AttributeName: attribute,
      DeliveryMedium: attribute === 'email' ? 'EMAIL' : 'SMS',
      Destination: maskContact(attribute, value),
    },
  }
}
