import type { Clock } from '../ambient/clock.ts'
import type { Log } from '../ambient/log.ts'
import type { Random } from '../ambient/random.ts'
import type { CompromisedPasswords } from '../compromised/compromised-passwords.ts'
import type { KeyPairReserve } from '../crypto/key-pair-reserve.ts'
import type { BoundedToken, OpaqueToken } from '../crypto/opaque-token.ts'
import type { Sealer } from '../crypto/sealing.ts'
import type { Srp } from '../crypto/srp.ts'
import type { Functions } from '../functions/functions.ts'
import type { OutboxSender } from '../outbox/outbox-sender.ts'
import type { Journal } from '../recorder/journal.ts'
import type { Recorder } from '../recorder/recorder.ts'
import type { Store } from '../store/store.ts'
import type { RefreshGrant } from '../tokens/refresh-grant.ts'
import type { TokenKeys } from '../tokens/token-keys.ts'
import type { Attempt } from './sign-in/attempt.ts'
import type { SignUpSession } from './sign-up/sign-up-session.ts'
import type { Rates } from './quotas/rates.ts'
import type { Site } from './site.ts'

/** Everything a flow may touch. Built once, in assemble.ts; built in memory, with a clock of their own, in tests. */
export interface World {
  readonly store: Store
  readonly sealer: Sealer
  readonly srp: Srp
  /** What clients carry for us between calls. */
  readonly carried: Carried
  /** RSA key pairs kept ready; making one takes a while. */
  readonly keyPairs: KeyPairReserve
  readonly tokenKeys: TokenKeys
  readonly outbox: OutboxSender
  /** Those that pools name as their triggers. */
  readonly functions: Functions
  readonly recorder: Recorder
  /** What a call notes of its flow. */
  readonly journal: Journal
  /** Asked where pools watch for them; never inside a decision. */
  readonly compromisedPasswords: CompromisedPasswords
  /** Undefined where nobody counts how much is asked. */
  readonly rates: Rates | undefined
  readonly clock: Clock
  /** The time as clients know it, for what they stamp: a developer may have moved `clock` ahead of theirs. */
  readonly clientClock: Clock
  readonly random: Random
  readonly log: Log
  readonly site: Site
}

export interface Carried {
  readonly session: BoundedToken<Attempt>
  readonly signUp: OpaqueToken<SignUpSession>
  readonly secretBlock: BoundedToken<Attempt>
  readonly refreshToken: OpaqueToken<RefreshGrant>
}
