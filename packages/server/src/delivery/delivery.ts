import type { Message } from '../domain/message.ts'

/** One message on its way. */
export interface Parcel {
  /** Stays the same over every try, so that a provider can tell a second copy from a second message. */
  readonly id: string
  readonly createdAt: number
  readonly message: Message
}

/**
 * A provider that takes messages of one channel. `deliver` ends with 'sent' when the provider took responsibility and
 * with 'refused' when it never will for this recipient; it throws what may pass, and the message is tried again.
 */
export interface Delivery {
  deliver(parcel: Parcel): Promise<'sent' | 'refused'>
  [Symbol.asyncDispose](): Promise<void>
}
