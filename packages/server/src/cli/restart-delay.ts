const shortest = 100
const longest = 10_000
const quiet = 60_000

/**
 * How long to wait, in milliseconds, before what died is started again: twice as long each time, from the start after
 * a quiet minute. Takes the time of the death in milliseconds.
 */
export function restartDelay(): (now: number) => number {
  let last = Number.NEGATIVE_INFINITY
  let delay = 0
  return (now) => {
    delay = now - last > quiet ? shortest : Math.min(delay * 2, longest)
    last = now
    return delay
  }
}
