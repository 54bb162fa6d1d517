import type { Clock } from '../ambient/clock.ts'
import type { Log } from '../ambient/log.ts'
import type { Random } from '../ambient/random.ts'
import type { Sealer } from '../crypto/sealing.ts'
import type { KeyPairs } from '../crypto/signing-keys.ts'
import type { Srp } from '../crypto/srp.ts'
import type { OutboxSender } from '../outbox/outbox-sender.ts'
import type { Store } from '../store/store.ts'
import type { Site } from './site.ts'

/** Everything a flow may touch. Built once, in assemble.ts; built in memory, with a clock of their own, in tests. */
export interface World {
  readonly store: Store
  readonly sealer: Sealer
  readonly srp: Srp
  /** RSA key pairs kept ready; making one takes a while. */
  readonly keyPairs: KeyPairs
  readonly outbox: OutboxSender
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly site: Site
}
