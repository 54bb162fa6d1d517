import type { Functions, Outcome } from './functions.ts'
import { inTime } from './in-time.ts'
import { longestAnswer } from './longest-answer.ts'

/** As an asynchronous handler in Node is written: what it resolves to is the answer, what it throws the error. */
export type Handler = (event: never) => unknown

/**
 * Functions that run in this process, by their ARNs: for tests, and for programs that embed the server and trust them. An
 * event comes in and goes out as JSON, so that a handler sees what a function elsewhere would.
 */
export function inProcessFunctions(handlers: Readonly<Record<string, Handler>>): Functions {
  return {
    invoke(arn, { payload, limitMs }) {
      const handler = Object.hasOwn(handlers, arn) ? handlers[arn] : undefined
      return handler ? inTime(run(handler, payload), limitMs) : Promise.resolve({ kind: 'not-found' })
    },
  }
}

async function run(handler: Handler, payload: string): Promise<Outcome> {
  try {
    const answer: unknown = await handler(JSON.parse(payload) as never)
    const text = JSON.stringify(answer) ?? 'null'
    const bytes = Buffer.byteLength(text)
    if (bytes > longestAnswer) return { kind: 'too-large', bytes, limit: longestAnswer }
    return { kind: 'answered', payload: text }
  } catch (error) {
    return thrown(error)
  }
}

/** Node's runtime in AWS Lambda says of what is no Error its text alone. */
function thrown(error: unknown): Outcome {
  if (error instanceof Error) return { kind: 'threw', errorMessage: error.message, errorType: error.name }
  return { kind: 'threw', errorMessage: String(error), errorType: typeof error }
}
