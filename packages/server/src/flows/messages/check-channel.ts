import type { Channel } from '../../domain/message.ts'
import type { Pool } from '../../domain/pool.ts'
import { deliveryFailed, triggerNotBuilt } from '../../domain/refusals.ts'
import type { World } from '../world.ts'

/**
 * Refuses, before anything is decided, a message that could go nowhere, and one that a function of the pool should
 * have written or sent: sending ours instead would hand a code to a channel its owner did not choose.
 */
export function checkChannel(pool: Pool, channel: Channel, { outbox }: Pick<World, 'outbox'>): void {
  const functions = pool.settings.LambdaConfig
  if (channel === 'email' && functions?.CustomEmailSender) throw triggerNotBuilt('CustomEmailSender')
  if (channel === 'sms' && functions?.CustomSMSSender) throw triggerNotBuilt('CustomSMSSender')
  if (functions?.CustomMessage) throw triggerNotBuilt('CustomMessage')
  if (!outbox.offers(channel)) throw deliveryFailed(channel === 'sms' ? 'SMS' : 'e-mail')
}
