import type { MessageOutcome } from '../ambient/metrics.ts'
import { Unsealable } from '../crypto/sealing.ts'
import type { Message } from '../domain/message.ts'
import type { OutboxMessage } from '../domain/session.ts'
import type { Mailroom, SenderWorld } from './mailroom.ts'
import { retryAt } from './retry-at.ts'
import { unsealMessage } from './sealed-message.ts'

const longestMs = 86_400_000

/** One try at one message that was taken, and what becomes of it. */
export async function sendMessage(taken: OutboxMessage, mailroom: Mailroom, world: SenderWorld): Promise<void> {
  const message = readable(taken, world)
  if (!message) return giveUp(taken, 'unreadable', world)
  const giveUpAt = Math.min(message.expiresAt, taken.createdAt + longestMs)
  if (world.clock.now() >= giveUpAt) return giveUp(taken, 'expired', world)
  const tried = { ...taken, attempts: taken.attempts + 1 }
  const outcome = await attempt(tried, message, mailroom)
  if (outcome === 'sent') return settleSent(tried, mailroom, world)
  if (outcome === 'refused') return giveUp(tried, 'refused', world)
  const dueAt = retryAt(world.clock.now(), tried.attempts, world.random)
  if (dueAt >= giveUpAt) return giveUp(tried, 'expired', world)
  world.log.warn('message deferred', { messageId: tried.id, attempts: tried.attempts, ...outcome })
  return settle({ ...tried, dueAt }, 'deferred', world)
}

/** Undefined when its data key is gone or it was altered: no later try would read it either. */
function readable({ id, sealedPayload }: OutboxMessage, { sealer }: SenderWorld): Message | undefined {
  try {
    return unsealMessage(sealedPayload, id, sealer)
  } catch (error) {
    if (error instanceof Unsealable) return undefined
    throw error
  }
}

/** What a provider's "not now" was, without its words: they may repeat the address. */
interface Hindrance {
  readonly fault: string
  readonly code?: unknown
  readonly responseCode?: unknown
}

async function attempt(
  { id, channel, createdAt }: OutboxMessage,
  message: Message,
  { carriers, byFunction, inbox }: Mailroom,
): Promise<'sent' | 'refused' | Hindrance> {
  const carrier = message.handedTo ? byFunction : carriers[channel]
  if (!carrier) return inbox && !message.handedTo ? 'sent' : { fault: 'no provider' }
  try {
    return await carrier({ id, createdAt, message })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const { code, responseCode } = error as { readonly code?: unknown; readonly responseCode?: unknown }
    return { fault: error.name, code, responseCode }
  }
}

/** Without an inbox nobody reads it again, and what carries a code is better gone. */
async function settleSent(tried: OutboxMessage, { inbox }: Mailroom, world: SenderWorld): Promise<void> {
  if (inbox) return settle({ ...tried, state: 'sent' }, 'sent', world)
  await world.store.decide([world.store.outbox.remove(tried.id)])
  world.metrics.countMessage(tried.channel, 'sent')
}

async function giveUp(message: OutboxMessage, outcome: MessageOutcome, world: SenderWorld): Promise<void> {
  const { id, channel, attempts } = message
  world.log.error('message given up', { messageId: id, channel, attempts, outcome })
  return settle({ ...message, state: 'failed' }, outcome, world)
}

async function settle(message: OutboxMessage, outcome: MessageOutcome, world: SenderWorld): Promise<void> {
  await world.store.decide([world.store.outbox.settle(message)])
  world.metrics.countMessage(message.channel, outcome)
}
