import type { Message } from './message.ts'

/** One message on its way to a provider. */
export interface Parcel {
  /** Stays the same over every try, so that a second copy can be told from a second message. */
  readonly id: string
  readonly createdAt: number
  readonly message: Message
}
