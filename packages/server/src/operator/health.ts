import type { Facts } from '../ambient/log.ts'
import type { HttpResponse } from '../http/message.ts'
import { StorageFailure } from '../store/storage-failure.ts'
import { answer } from './answer.ts'
import type { OperatorWorld } from './operator-world.ts'

/** A store that is silent this long, milliseconds, is not serving. */
const patienceMs = 5_000

/**
 * Answers 200 when the store can be read and written, 503 with the reason otherwise. Those who ask at the same time
 * share one look: nobody needs a key to ask, and a look writes.
 */
export function health({ store, log }: OperatorWorld): () => Promise<HttpResponse> {
  let look: Promise<HttpResponse> | undefined
  return async () => {
    look ??= within(patienceMs, store.ping()).then(
      () => answer(200, { status: 'ok' }),
      (error: unknown) => {
        log.error('unhealthy', factsOf(error))
        return answer(503, { status: 'unavailable', reason: 'The store cannot be read or written.' })
      },
    )
    const given = await look
    look = undefined
    return given
  }
}

function factsOf(error: unknown): Facts {
  if (error instanceof StorageFailure) return { fault: error.name, reason: error.reason }
  return { fault: error instanceof Error ? error.name : typeof error }
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('No answer in time')), milliseconds)
  try {
    await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
  }
}
