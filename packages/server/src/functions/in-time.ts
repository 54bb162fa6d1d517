import type { Outcome } from './functions.ts'

/** Waits no longer than asked for what a function will say; who runs it is told that nobody waits any more. */
export async function inTime(running: Promise<Outcome>, limitMs: number, onLate?: () => void): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>()
  const timer = setTimeout(() => {
    onLate?.()
    resolve({ kind: 'timed-out' })
  }, limitMs)
  try {
    return await Promise.race([running, promise])
  } finally {
    clearTimeout(timer)
  }
}
