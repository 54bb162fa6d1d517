import { setTimeout } from 'node:timers/promises'

const tries = 5

/** Serialization failure and deadlock: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const passing = new Set(['40001', '40P01'])

/** Does work again that lost to somebody else's transaction, waiting longer each time. */
export async function retried<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === tries || !isPassing(error)) throw error
      await setTimeout(2 ** attempt)
    }
  }
}

function isPassing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && passing.has(error.code)
}
