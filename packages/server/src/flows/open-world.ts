import type { Clock } from '../ambient/clock.ts'
import type { Log } from '../ambient/log.ts'
import type { Metrics } from '../ambient/metrics.ts'
import type { Random } from '../ambient/random.ts'
import { commonPasswords } from '../compromised/common-passwords.ts'
import type { CompromisedPasswords } from '../compromised/compromised-passwords.ts'
import { keyPairReserve } from '../crypto/key-pair-reserve.ts'
import { refreshTokens, secretBlocks, sessionTokens, signUpTokens } from '../crypto/opaque-token.ts'
import { sealerWith } from '../crypto/sealing.ts'
import type { Srp } from '../crypto/srp.ts'
import type { Functions } from '../functions/functions.ts'
import { firstFound } from '../functions/first-found.ts'
import { noFunctions } from '../functions/no-functions.ts'
import type { Mailroom } from '../outbox/mailroom.ts'
import { startOutboxSender } from '../outbox/start-outbox-sender.ts'
import { noJournal } from '../recorder/journal.ts'
import { noRecorder } from '../recorder/recorder.ts'
import { type RecorderSettings, startRecorder } from '../recorder/start-recorder.ts'
import type { Store } from '../store/store.ts'
import { tokenKeys } from '../tokens/token-keys.ts'
import { openDataKeys } from './data-keys.ts'
import type { Lessor } from './quotas/grants.ts'
import { openRates } from './quotas/open-rates.ts'
import type { Site } from './site.ts'
import { customSender } from './triggers/custom-sender.ts'
import type { World } from './world.ts'

/** What differs between a server and a test. */
export interface Parts {
  readonly store: Store
  readonly masterKey: Uint8Array
  readonly clock: Clock
  /** `clock` itself where nobody can move it. */
  readonly clientClock?: Clock
  readonly random: Random
  readonly log: Log
  readonly metrics: Metrics
  readonly srp: Srp
  /** RSA key pairs made ahead. */
  readonly keyPairsReady: number
  readonly mailroom: Mailroom
  /** None where it is left out. */
  readonly functions?: Functions
  /** Those that were made through the Lambda API; none of them are run where it is left out. */
  readonly uploadedFunctions?: ((cellar: Pick<World, 'store' | 'sealer'>) => Functions & AsyncDisposable) | undefined
  /** Nothing is recorded where it is left out. */
  readonly recording?: RecorderSettings | undefined
  /** The common ones where it is left out. */
  readonly compromisedPasswords?: CompromisedPasswords
  /** Who gives out what accounts may ask in a second; without one, nobody counts. */
  readonly lessor?: Lessor | undefined
  readonly site: Site
}

/** Builds a world around its parts, and says whether the store was empty; disposing it ends what runs in the background, the store last. Throws WrongMasterKey. */
export async function openWorld(parts: Parts): Promise<World & AsyncDisposable & { readonly firstStart: boolean }> {
  const { store, clock, clientClock = clock, random, log, srp, site, functions = noFunctions } = parts
  const { compromisedPasswords = commonPasswords() } = parts
  const { ring, digestKey, firstStart } = await openDataKeys(parts)
  const sealer = sealerWith(ring, digestKey)
  const uploaded = parts.uploadedFunctions?.({ store, sealer })
  const reached = uploaded ? firstFound([uploaded, functions]) : functions
  const byFunction = customSender({ ...parts, sealer, functions: reached })
  const keyPairs = keyPairReserve(parts.keyPairsReady, random)
  const outbox = startOutboxSender({ ...parts.mailroom, byFunction }, { ...parts, sealer })
  const recorder = parts.recording ? startRecorder(parts.recording, { ...parts, sealer }) : noRecorder
  return {
    firstStart,
    store,
    clock,
    clientClock,
    random,
    log,
    srp,
    site,
    functions: reached,
    journal: noJournal,
    recorder,
    compromisedPasswords,
    rates: parts.lessor && openRates(parts.lessor, parts),
    sealer,
    keyPairs,
    outbox,
    tokenKeys: tokenKeys(sealer),
    carried: {
      session: sessionTokens(ring),
      signUp: signUpTokens(ring),
      secretBlock: secretBlocks(ring),
      refreshToken: refreshTokens(ring),
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(
        [outbox, recorder, keyPairs, srp, compromisedPasswords].map((part) => part[Symbol.asyncDispose]()),
      )
      await uploaded?.[Symbol.asyncDispose]()
      await store[Symbol.asyncDispose]()
    },
  }
}
