import cluster from 'node:cluster'
import type { Worker } from 'node:cluster'
import { readClockFollowed, readClockMove } from './clock-message.ts'
import type { ClockMoved } from './clock-message.ts'

/** A worker that is starting learns the time by asking; nobody waits longer for it, milliseconds. */
const patienceMs = 2_000

/** In the primary process: a clock that one worker moves is moved on all of them before that worker hears back. */
export function keepClocksTogether(): void {
  let movedBy = 0
  cluster.on('message', (worker, message: unknown) => {
    const move = readClockMove(message)
    if (!move) return
    movedBy += move.moveBy
    const others = Object.values(cluster.workers ?? {}).flatMap((other) => (other && other !== worker ? [other] : []))
    const following = move.moveBy === 0 ? [] : others.map((other) => followed(other, { movedBy }))
    void Promise.all(following).then(() => tell(worker, { movedBy, ticket: move.ticket }))
  })
}

/** Resolves when the worker has followed, has ended, or is too slow. */
async function followed(worker: Worker, moved: ClockMoved): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const listen = (message: unknown) => {
    if ((readClockFollowed(message)?.followedTo ?? -1) >= moved.movedBy) resolve()
  }
  const timer = setTimeout(resolve, patienceMs)
  worker.on('message', listen).once('exit', resolve)
  tell(worker, moved)
  await promise
  clearTimeout(timer)
  worker.off('message', listen).off('exit', resolve)
}

/** A worker that ended meanwhile needs no answer. */
function tell(worker: Worker, moved: ClockMoved): void {
  if (worker.isConnected()) worker.send(moved, () => undefined)
}
