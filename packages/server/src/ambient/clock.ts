/** The only source of time below the street. Milliseconds since 1970. */
export interface Clock {
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

/** A clock that can be moved forward; it has been moved once that ends. */
export interface MovableClock extends Clock {
  advance(milliseconds: number): Promise<void> | void
}

/** One that moves at once, for tests of time and for the developer's profile. */
export interface AdjustableClock extends MovableClock {
  advance(milliseconds: number): void
}

export function adjustableClock(base: Clock = systemClock): AdjustableClock {
  let ahead = 0
  return {
    now: () => base.now() + ahead,
    advance: (milliseconds) => {
      ahead += milliseconds
    },
  }
}
