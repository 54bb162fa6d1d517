import { Conflict } from './statement.ts'

const tries = 8

/** Somebody else won every one of several tries to save the same thing. */
export class Contention extends Error {
  override readonly name = 'Contention'
}

/** Runs work that reads, decides and saves, again from its start whenever it meets Conflict. */
export async function settled<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; attempt <= tries; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
    }
  }
  throw new Contention(`still in conflict after ${tries} tries`)
}
