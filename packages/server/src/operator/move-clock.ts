import type { MovableClock } from '../ambient/clock.ts'
import type { HttpRequest, HttpResponse } from '../http/message.ts'
import { answer } from './answer.ts'
import type { OperatorWorld } from './operator-world.ts'

/** Ten years in a step, and never past the year 9999, which dates on the wire do not reach beyond. */
const longestStep = 315_360_000
const lastInstant = Date.UTC(9999, 0, 1)

/** Moves the clock ahead by `{"advanceSeconds":N}`; it never goes back. Answers `{"now"}`, ISO 8601. */
export async function moveClock(
  request: HttpRequest,
  clock: MovableClock,
  { outbox }: OperatorWorld,
): Promise<HttpResponse> {
  const seconds = advanceIn(request.body)
  if (seconds === undefined || clock.now() + seconds * 1000 > lastInstant)
    return answer(400, { message: `The body must be {"advanceSeconds":N}, N from 0 to ${longestStep}.` })
  await clock.advance(seconds * 1000)
  outbox.wake()
  return answer(200, { now: new Date(clock.now()).toISOString() })
}

function advanceIn(body: Buffer): number | undefined {
  const seconds = memberOf(body.toString('utf8'), 'advanceSeconds')
  return typeof seconds === 'number' && seconds >= 0 && seconds <= longestStep ? seconds : undefined
}

function memberOf(text: string, name: string): unknown {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null ? Reflect.get(read, name) : undefined
  } catch {
    return undefined
  }
}
