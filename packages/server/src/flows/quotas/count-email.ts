import { dailyEmails } from '../../domain/daily-emails.ts'
import type { Channel } from '../../domain/message.ts'
import { messageSender } from '../../domain/message-sender.ts'
import type { Pool } from '../../domain/pool.ts'
import { tooManyEmails } from '../../domain/refusals.ts'
import type { Statement } from '../../store/statement.ts'
import type { World } from '../world.ts'

/**
 * Counts a message of a pool that leaves its e-mail to the service, as part of the decision that sends it. What only
 * seems to be sent to nobody is counted too: a count that stands still would tell who does not exist.
 */
export async function countEmail(
  pool: Pool,
  channel: Channel,
  { rates, store, clock }: Pick<World, 'rates' | 'store' | 'clock'>,
): Promise<readonly Statement[]> {
  const own = pool.settings.EmailConfiguration?.EmailSendingAccount === 'DEVELOPER'
  // What a function sends is no e-mail of the service [K].
  if (messageSender(pool, channel)) return []
  if (!rates || channel !== 'email' || own) return []
  const limit = (await store.quotas.find(pool, dailyEmails.quota)) ?? dailyEmails.standard
  const now = clock.now()
  const endsAt = dailyEmails.endOfDay(now)
  const refused = () => tooManyEmails(Math.ceil((endsAt - now) / 1000))
  return [store.quotas.countEmail(pool, { now, endsAt, limit }, refused)]
}
