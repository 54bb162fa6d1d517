import type { Outcome } from './group.ts'
import { startThread, type WriterThread } from './writer-thread-handle.ts'
import type { NamedWrite, Writer } from './writer.ts'

/** So that one group neither holds the lock for long nor makes its first member wait for its last. */
const largestGroup = 500

interface Waiting {
  readonly decision: readonly NamedWrite[]
  readonly resolve: (outcome: Outcome) => void
}

/**
 * The event loop's end of the writer thread. What arrives while a group is on its way is sent as the next group. If the
 * thread dies, everything unanswered fails, and the next decision starts another.
 */
export function threadWriter(file: string): Writer {
  let thread: WriterThread | undefined
  let waiting: Waiting[] = []
  let underway: readonly Waiting[] = []
  let closing: (() => void) | undefined

  function send(): void {
    if (underway.length > 0) return
    if (waiting.length === 0) {
      closing?.()
      return
    }
    underway = waiting.slice(0, largestGroup)
    waiting = waiting.slice(largestGroup)
    thread ??= startThread(file, { answered, died })
    thread.send(underway.map(({ decision }) => decision))
  }

  function answered(outcomes: readonly Outcome[]): void {
    const group = underway
    underway = []
    send()
    for (const [place, { resolve }] of group.entries()) resolve(outcomes[place] ?? failed('no answer'))
  }

  function died(reason: string): void {
    const lost = [...underway, ...waiting]
    thread = undefined
    underway = []
    waiting = []
    for (const { resolve } of lost) resolve(failed(reason))
    closing?.()
  }

  return {
    commit(decision) {
      if (closing) return Promise.resolve(failed('the store is closed'))
      return new Promise((resolve) => {
        waiting.push({ decision, resolve })
        send()
      })
    },
    async close() {
      await new Promise<void>((resolve) => {
        closing = resolve
        send()
      })
      await thread?.close()
    },
  }
}

const failed = (reason: string): Outcome => ({ kind: 'failed', reason })
