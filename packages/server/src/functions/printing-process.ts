import { setImmediate } from 'node:timers/promises'
import type { Log } from '../ambient/log.ts'
import type { FunctionProcess } from './function-process.ts'
import type { Failure, Outcome, Printed } from './functions.ts'

const mostLines = 200

/** A process whose outcomes bring along what was printed meanwhile; `start` is given the log that hears it. */
export async function printingProcess(
  log: Log,
  start: (log: Log) => Promise<FunctionProcess | Failure>,
): Promise<FunctionProcess | Failure> {
  let lines: string[] = []
  const started = await start({
    ...log,
    debug(event, facts) {
      if (typeof facts?.['line'] === 'string') lines.push(facts['line'])
      if (lines.length > mostLines) lines.shift()
      log.debug(event, facts)
    },
  })
  if ('kind' in started) return started
  return {
    ...started,
    async invoke(payload): Promise<Outcome & Printed> {
      lines = []
      const outcome = await started.invoke(payload)
      // What was printed before the answer lies in a pipe beside it.
      await setImmediate()
      await setImmediate()
      return { ...outcome, printed: lines.map((line) => `${line}\n`).join('') }
    },
  }
}
