import type { Readable } from 'node:stream'
import type { Log } from '../ambient/log.ts'
import { maskerFor } from './mask-values.ts'

/** So much of what a process prints for one event is kept; of a longer line, its beginning. */
const bytesKept = 64 * 1024
const longestLine = 2000
/** Who prints more is ended: it costs whoever reads along. */
const bytesBorne = 16 * 1024 * 1024

export interface FunctionLog {
  /** What comes next is printed about this event. */
  about(payload: string): void
}

/** Reads what a function's process prints, to the server's log at its lowest level, without what its event said of a person. */
export function keepLog(
  streams: readonly Readable[],
  { name, log, onFlood }: { readonly name: string; readonly log: Log; readonly onFlood: () => void },
): FunctionLog {
  let bytes = 0
  let mask = maskerFor('null')
  const keep = (chunk: Buffer) => {
    const first = bytes
    bytes += chunk.length
    if (bytes > bytesBorne) return onFlood()
    if (first > bytesKept) return undefined
    for (const line of chunk.toString().split('\n').filter(Boolean)) {
      log.debug('function printed', { function: name, line: mask(line).slice(0, longestLine) })
    }
  }
  for (const stream of streams) stream.on('data', keep).on('error', () => {})
  return {
    about(payload) {
      bytes = 0
      mask = maskerFor(payload)
    },
  }
}
