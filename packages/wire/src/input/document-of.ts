import { textOf } from './text-of.ts'
import { WireError } from '../wire-error.ts'

const maxDepth = 32

const check = (json: unknown, depth: number): void => {
  if (depth > maxDepth) throw new WireError('SerializationException', `A document is nested deeper than ${maxDepth}.`)
  if (typeof json === 'string') textOf(json)
  if (typeof json !== 'object' || json === null) return
  for (const [key, value] of Object.entries(json)) {
    textOf(key)
    check(value, depth + 1)
  }
}

/** A document of the request, as it came; bounded in depth so that writing it again cannot exhaust the stack. */
export const documentOf = (json: unknown): unknown => {
  check(json, 0)
  return json
}
