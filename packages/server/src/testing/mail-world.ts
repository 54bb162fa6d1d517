import { PassThrough } from 'node:stream'
import { adjustableClock } from '../ambient/clock.ts'
import { logTo } from '../ambient/log.ts'
import { processMetrics } from '../ambient/metrics.ts'
import { systemRandom } from '../ambient/random.ts'
import { keyRing } from '../crypto/key-ring.ts'
import { sealerWith } from '../crypto/sealing.ts'
import { noFunctions } from '../functions/no-functions.ts'
import type { Mailroom } from '../outbox/mailroom.ts'
import { startOutboxSender } from '../outbox/start-outbox-sender.ts'
import { noJournal } from '../recorder/journal.ts'
import { noRecorder } from '../recorder/recorder.ts'
import { openSqliteStore } from '../store/open-sqlite-store.ts'
import type { Store } from '../store/store.ts'

export type MailWorld = Awaited<ReturnType<typeof mailWorld>>

/** What sending messages needs: a store (in memory, unless given), and a clock that stands still until it is moved. */
export async function mailWorld(mailroom: Mailroom = { carriers: {}, inbox: true }, store?: Store) {
  const base = await foundation(store)
  return { ...base, outbox: startOutboxSender(mailroom, base) }
}

/** The same in every process of a test. */
const key = Buffer.alloc(32, 'a key for tests')

async function foundation(store?: Store) {
  const random = systemRandom
  const lines = new PassThrough()
  const ring = keyRing({ dataKeys: [{ id: 'k1', key }], currentKeyId: 'k1', random })
  const frozen = Date.UTC(2026, 0, 1)
  return {
    store: store ?? (await openSqliteStore({ memory: true })),
    sealer: sealerWith(ring, key),
    clock: adjustableClock({ now: () => frozen }),
    random,
    log: logTo(lines, 'debug'),
    /** What was logged so far, as text. */
    logged: () => String(lines.read() ?? ''),
    metrics: processMetrics(),
    functions: noFunctions,
    journal: noJournal,
    recorder: noRecorder,
    rates: undefined,
    site: { publicUrl: 'https://id.example.com', issuer: 'cognate', allowPinnedIds: true } as const,
  }
}
