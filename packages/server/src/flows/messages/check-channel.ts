import type { Channel } from '../../domain/message.ts'
import { messageSender } from '../../domain/message-sender.ts'
import type { Pool } from '../../domain/pool.ts'
import { deliveryFailed, triggerNotBuilt } from '../../domain/refusals.ts'
import type { World } from '../world.ts'

/**
 * Refuses, before anything is decided, a message that could go nowhere, and one for a function without a key: sending ours
 * instead would hand a code to a channel its owner did not choose.
 */
export function checkChannel(pool: Pool, channel: Channel, world: Pick<World, 'outbox'>): void {
  const refusal = channelRefusal(pool, channel, world)
  if (refusal) throw refusal
}

/** The same as a value, for those who have something to do before they refuse. */
export function channelRefusal(
  pool: Pool,
  channel: Channel,
  { outbox }: Pick<World, 'outbox'>,
  failed: (channel: string) => Error = deliveryFailed,
): Error | undefined {
  if (messageSender(pool, channel)) return undefined
  const functions = pool.settings.LambdaConfig
  if (channel === 'email' && functions?.CustomEmailSender) return triggerNotBuilt('CustomEmailSender')
  if (channel === 'sms' && functions?.CustomSMSSender) return triggerNotBuilt('CustomSMSSender')
  return outbox.offers(channel) ? undefined : failed(channel === 'sms' ? 'SMS' : 'e-mail')
}
