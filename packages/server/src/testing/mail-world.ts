import { PassThrough } from 'node:stream'
import { adjustableClock } from '../ambient/clock.ts'
import { logTo } from '../ambient/log.ts'
import { processMetrics } from '../ambient/metrics.ts'
import { systemRandom } from '../ambient/random.ts'
import { keyRing } from '../crypto/key-ring.ts'
import { sealerWith } from '../crypto/sealing.ts'
import type { Mailroom } from '../outbox/mailroom.ts'
import { startOutboxSender } from '../outbox/start-outbox-sender.ts'
import { openSqliteStore } from '../store/open-sqlite-store.ts'

export type MailWorld = Awaited<ReturnType<typeof mailWorld>>

/** What sending messages needs: a store in memory, and a clock that stands still until it is moved. */
export async function mailWorld(mailroom: Mailroom = { carriers: {}, inbox: true }) {
  const base = await foundation()
  return { ...base, outbox: startOutboxSender(mailroom, base) }
}

async function foundation() {
  const random = systemRandom
  const lines = new PassThrough()
  const ring = keyRing({ dataKeys: [{ id: 'k1', key: random.bytes(32) }], currentKeyId: 'k1', random })
  const frozen = Date.UTC(2026, 0, 1)
  return {
    store: await openSqliteStore({ memory: true }),
    sealer: sealerWith(ring, random.bytes(32)),
    clock: adjustableClock({ now: () => frozen }),
    random,
    log: logTo(lines, 'debug'),
    /** What was logged so far, as text. */
    logged: () => String(lines.read() ?? ''),
    metrics: processMetrics(),
    site: { publicUrl: 'https://id.example.com', issuer: 'cognate', allowPinnedIds: true } as const,
  }
}
