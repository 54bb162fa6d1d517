import type { Clock } from '../ambient/clock.ts'
import type { Log } from '../ambient/log.ts'
import type { Metrics } from '../ambient/metrics.ts'
import type { Random } from '../ambient/random.ts'
import type { Sealer } from '../crypto/sealing.ts'
import type { Channel, Message } from '../domain/message.ts'
import type { Store } from '../store/store.ts'

/**
 * Hands a message to a provider of its channel. 'sent': the provider took responsibility; 'refused': it never will;
 * thrown: not now. `id` is the same at every try.
 */
export type Carrier = (parcel: {
  readonly id: string
  readonly createdAt: number
  readonly message: Message
}) => Promise<'sent' | 'refused'>

/** Where messages can go. */
export interface Mailroom {
  readonly carriers: Readonly<Partial<Record<Channel, Carrier>>>
  /** Whether messages that were sent stay, for a developer to read. */
  readonly inbox: boolean
}

export interface SenderWorld {
  readonly store: Pick<Store, 'outbox' | 'decide'>
  readonly sealer: Pick<Sealer, 'unseal'>
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly metrics: Metrics
}
