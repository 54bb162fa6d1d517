import type { FunctionProcess } from './function-process.ts'
import type { Failure, Outcome } from './functions.ts'
import { idleShelf } from './idle-shelf.ts'
import { type Places, placesFor } from './places.ts'

/** The processes of one function as it is. */
export interface ProcessPool {
  /** `isWaiting` says whether anybody still wants to know. */
  invoke(payload: string, isWaiting: () => boolean): Promise<Outcome>
  /** Ends each process as soon as it has answered. */
  retire(): void
  /** Ends all at once. */
  close(): Promise<void>
}

export interface PoolBounds {
  /** Processes at a time. */
  readonly most: number
  /** How long a process may wait for its next event. */
  readonly idleMs: number
}

/** Starts a process when all are busy, up to a bound; whoever comes then waits for their turn. */
export function processPool(
  start: () => Promise<FunctionProcess | Failure>,
  { most, idleMs }: PoolBounds,
): ProcessPool {
  const idle = idleShelf(idleMs)
  const places = placesFor(most)
  const crew = crewIn(places, (process) => idle.remove(process))
  let returning = 0
  let state: 'open' | 'retired' | 'closed' = 'open'

  async function invoke(payload: string, isWaiting: () => boolean): Promise<Outcome> {
    const process = await acquire(isWaiting)
    if (process === undefined) return { kind: 'timed-out' }
    if (isFailure(process)) return process
    if (!isWaiting()) {
      toIdle(process)
      return { kind: 'timed-out' }
    }
    const outcome = await process.invoke(payload)
    void takeBack(process)
    return outcome
  }

  /** Undefined when nobody waits any more. */
  async function acquire(isWaiting: () => boolean): Promise<FunctionProcess | Failure | undefined> {
    while (isWaiting()) {
      if (state === 'closed') return { kind: 'unreachable' }
      const warm = idle.take()
      if (warm) return warm
      // Who has answered asks for the next event within a moment; a new process takes many.
      if (places.areFree && returning <= places.waiting) return crew.add(start)
      await places.wait()
    }
    places.wakeNext()
    return undefined
  }

  async function takeBack(process: FunctionProcess): Promise<void> {
    returning++
    const free = await process.free()
    returning--
    if (free) toIdle(process)
  }

  function toIdle(process: FunctionProcess): void {
    if (state !== 'open') return process.end()
    if (!crew.has(process)) return undefined
    idle.put(process)
    return places.wakeNext()
  }

  function retire(): void {
    state = state === 'open' ? 'retired' : state
    idle.endAll()
  }

  async function close(): Promise<void> {
    state = 'closed'
    await crew.end()
  }

  return { invoke, retire, close }
}
/** The processes that live, each in a place. */
function crewIn(places: Places, onEnd: (process: FunctionProcess) => void) {
  const alive = new Set<FunctionProcess>()
  let over = false

  function keep(process: FunctionProcess): void {
    alive.add(process)
    if (over) process.end()
    void process.ended.then(() => {
      alive.delete(process)
      onEnd(process)
      places.leave()
    })
  }

  return {
    has: (process: FunctionProcess) => alive.has(process),
    async add(start: () => Promise<FunctionProcess | Failure>): Promise<FunctionProcess | Failure> {
      places.take()
      const process = await start().catch((): Failure => ({ kind: 'unreachable' }))
      if (isFailure(process)) places.leave()
      else keep(process)
      return process
    },
    async end(): Promise<void> {
      over = true
      for (const process of alive) process.end()
      await Promise.all([...alive].map(({ ended }) => ended))
    },
  }
}

const isFailure = (started: FunctionProcess | Failure): started is Failure => 'kind' in started
