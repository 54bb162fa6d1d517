import { StorageFailure } from '../storage-failure.ts'

/** Work that must be finished before the end, and none of which starts after it. */
export interface Ongoing {
  run<Result>(work: () => Promise<Result>): Promise<Result>
  /** Resolves when all that was begun is done. */
  end(): Promise<void>
}

export function ongoing(): Ongoing {
  const underway = new Set<Promise<unknown>>()
  let ended = false
  return {
    async run(work) {
      if (ended) throw new StorageFailure('the store is closed')
      const running = work()
      underway.add(running)
      try {
        return await running
      } finally {
        underway.delete(running)
      }
    },
    async end() {
      ended = true
      await Promise.allSettled(underway)
    },
  }
}
