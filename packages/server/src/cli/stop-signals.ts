/** The first signal to stop, and the second. */
export interface StopSignals {
  readonly first: Promise<void>
  readonly second: Promise<number>
  [Symbol.dispose](): void
}

const numbers = { SIGINT: 2, SIGTERM: 15 } as const
type StopSignal = keyof typeof numbers

/**
 * `second` gives the exit code of a process that was stopped at once. A terminal and npm both hand the same key press
 * on, so what follows within `sameMs` counts as the same signal.
 */
export function stopSignals(source: NodeJS.EventEmitter, sameMs = 100): StopSignals {
  const first = Promise.withResolvers<void>()
  const second = Promise.withResolvers<number>()
  let stage: 'running' | 'settling' | 'stopping' = 'running'
  const receive = (signal: StopSignal) => {
    if (stage === 'stopping') second.resolve(128 + numbers[signal])
    if (stage !== 'running') return
    stage = 'settling'
    setTimeout(() => {
      stage = 'stopping'
    }, sameMs).unref()
    first.resolve()
  }
  source.on('SIGINT', receive).on('SIGTERM', receive)
  return {
    first: first.promise,
    second: second.promise,
    [Symbol.dispose]: () => {
      source.off('SIGINT', receive).off('SIGTERM', receive)
    },
  }
}
