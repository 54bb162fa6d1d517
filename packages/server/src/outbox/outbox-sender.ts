import type { Channel } from '../domain/message.ts'

/** Sends what decisions put into the outbox. */
export interface OutboxSender {
  /** Whether messages of this channel can go anywhere. */
  offers(channel: Channel): boolean
  /** What a new message of this channel is: waiting for a provider, or at its end, the inbox, already. */
  stateOf(channel: Channel): 'waiting' | 'sent'
  /** Something was put into the outbox: look at once. */
  wake(): void
  /** Finishes what is being sent, and takes no more. */
  [Symbol.asyncDispose](): Promise<void>
}
