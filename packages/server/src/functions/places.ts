/** So many may be there at a time; others wait until somebody leaves, or lets them look again. */
export interface Places {
  readonly areFree: boolean
  readonly waiting: number
  take(): void
  leave(): void
  wait(): Promise<void>
  wakeNext(): void
}

export function placesFor(most: number): Places {
  const queue: (() => void)[] = []
  let free = most
  const wakeNext = () => queue.shift()?.()
  return {
    get areFree() {
      return free > 0
    },
    get waiting() {
      return queue.length
    },
    take: () => void free--,
    leave() {
      free++
      wakeNext()
    },
    wait: () => new Promise((resolve) => queue.push(resolve)),
    wakeNext,
  }
}
