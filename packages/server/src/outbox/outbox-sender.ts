import type { Channel } from '../domain/message.ts'

/** Sends what decisions put into the outbox. */
export interface OutboxSender {
  /** Whether messages of this channel can go anywhere. */
  offers(channel: Channel): boolean
  /** Something was put into the outbox: look at once. */
  wake(): void
  /** Finishes what is being sent, and takes no more. */
  [Symbol.asyncDispose](): Promise<void>
}
