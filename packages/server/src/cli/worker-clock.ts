import { adjustableClock } from '../ambient/clock.ts'
import type { MovableClock } from '../ambient/clock.ts'
import { readClockMoved } from './clock-message.ts'
import type { ClockFollowed, ClockMove } from './clock-message.ts'

/** The clock of a worker process. Moving it moves that of every worker; one that starts later goes as the others do. */
export async function workerClock(): Promise<MovableClock> {
  const clock = adjustableClock()
  const waiting = new Map<number, () => void>()
  let at = 0
  let lastTicket = 0
  process.on('message', (message: unknown) => {
    const moved = readClockMoved(message)
    if (!moved) return
    clock.advance(Math.max(moved.movedBy - at, 0))
    at = Math.max(moved.movedBy, at)
    if (moved.ticket === undefined) process.send?.({ followedTo: at } satisfies ClockFollowed)
    else waiting.get(moved.ticket)?.()
  })
  const advance = async (moveBy: number) => {
    const ticket = ++lastTicket
    const { promise, resolve } = Promise.withResolvers<void>()
    waiting.set(ticket, resolve)
    process.send?.({ moveBy, ticket } satisfies ClockMove)
    await promise
    waiting.delete(ticket)
  }
  await advance(0)
  return { now: () => clock.now(), advance }
}
