import type { Failure, Outcome } from './functions.ts'

/** What a function's process is at: it loads, then asks for events and answers each, until something ends it. */
export interface Turns {
  /** Undefined once it has loaded. */
  readonly loaded: Promise<Failure | undefined>
  begin(id: string): Promise<Outcome>
  /** Whether it has asked for the next event; false when it never will. */
  free(): Promise<boolean>
  asks(): void
  answers(id: string, outcome: Outcome): void
  ends(failure: Failure): void
}

export function turnsOfProcess(): Turns {
  const { promise: loaded, resolve: load } = Promise.withResolvers<Failure | undefined>()
  let next = Promise.withResolvers<boolean>()
  let current: { readonly id: string; readonly settle: (outcome: Outcome) => void } | undefined
  let over: Failure | undefined
  return {
    loaded,
    begin(id) {
      if (over) return Promise.resolve(over)
      next = Promise.withResolvers()
      return new Promise((settle) => {
        current = { id, settle }
      })
    },
    free: () => (over ? Promise.resolve(false) : next.promise),
    asks() {
      load(undefined)
      // Who has not answered would only put an end to their time limit.
      if (!current) next.resolve(true)
    },
    answers(id, outcome) {
      if (id !== current?.id) return
      current.settle(outcome)
      current = undefined
    },
    ends(failure) {
      over ??= failure
      load(over)
      current?.settle(over)
      next.resolve(false)
    },
  }
}
