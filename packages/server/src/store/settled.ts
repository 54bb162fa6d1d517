import { setTimeout } from 'node:timers/promises'
import { systemRandom } from '../ambient/random.ts'
import { Conflict } from './statement.ts'

const tries = 12
/** Longer than a decision takes, so that many who want the same have their turns. */
const longestPauseMs = 128

/** Somebody else won every one of several tries to save the same thing. */
export class Contention extends Error {
  override readonly name = 'Contention'
}

/**
 * Runs work that reads, decides and saves, again from its start whenever it meets Conflict: after a pause of chance
 * length, longer each time, so that those who met do not meet again.
 */
export async function settled<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; attempt <= tries; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
    }
    if (attempt < tries) await setTimeout(pauseMs(attempt))
  }
  throw new Contention(`still in conflict after ${tries} tries`)
}

function pauseMs(attempt: number): number {
  return (systemRandom.bytes(1).readUInt8() / 255) * Math.min(longestPauseMs, 2 ** attempt)
}
