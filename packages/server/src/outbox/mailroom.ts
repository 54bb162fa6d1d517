import type { Clock } from '../ambient/clock.ts'
import type { Log } from '../ambient/log.ts'
import type { Metrics } from '../ambient/metrics.ts'
import type { Random } from '../ambient/random.ts'
import type { Sealer } from '../crypto/sealing.ts'
import type { Channel } from '../domain/message.ts'
import type { Parcel } from '../domain/parcel.ts'
import type { Store } from '../store/store.ts'

/**
 * Hands a message to a provider of its channel. 'sent': the provider took responsibility; 'refused': it never will;
 * thrown: not now.
 */
export type Carrier = (parcel: Parcel) => Promise<'sent' | 'refused'>

/** Where messages can go. The sender that works there disposes it when it has ended. */
export interface Mailroom extends Partial<AsyncDisposable> {
  readonly carriers: Readonly<Partial<Record<Channel, Carrier>>>
  /** Hands on what functions send. */
  readonly byFunction?: Carrier
  /** Ends at once what its carriers are doing. */
  readonly giveUp?: () => void
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
