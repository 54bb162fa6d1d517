import type { Clock } from '../ambient/clock.ts'

/** When a service that keeps failing is not asked, so that not everybody waits for it. */
export interface Pauses {
  /** Whether to ask; after a pause one caller tries for all. Who was told yes says how it went. */
  mayAsk(): boolean
  answered(): void
  /** What is known by that: a failure more, that a pause begins, or nothing, of one that was asked before it began. */
  failed(): 'failure' | 'pause' | 'known'
}

const mostFailures = 3
export const pauseMs = 30_000

export function pausesOf(clock: Clock): Pauses {
  let failures = 0
  let trying = false
  let pausedUntil = 0
  return {
    mayAsk() {
      if (failures < mostFailures) return true
      if (trying || clock.now() < pausedUntil) return false
      trying = true
      return true
    },
    answered() {
      failures = 0
      trying = false
    },
    failed() {
      failures += 1
      trying = false
      if (failures < mostFailures) return 'failure'
      if (clock.now() < pausedUntil) return 'known'
      pausedUntil = clock.now() + pauseMs
      return 'pause'
    },
  }
}
