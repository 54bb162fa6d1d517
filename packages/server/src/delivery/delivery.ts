import type { Parcel } from '../domain/parcel.ts'

/**
 * A provider that takes messages of one channel. `deliver` ends with 'sent' when the provider took responsibility and
 * with 'refused' when it never will for this recipient; it throws what may pass, and the message is tried again.
 */
export interface Delivery {
  deliver(parcel: Parcel): Promise<'sent' | 'refused'>
  /** Ends at once what is under way: it fails, and nothing is known of what the provider made of it. */
  giveUp(): void
  [Symbol.asyncDispose](): Promise<void>
}
