import { mismatch } from './mismatch.ts'
import { WireError } from '../wire-error.ts'

/** A string of the request. Refuses NUL and unpaired surrogates, which JSON can spell but no store can hold. */
export const textOf = (json: unknown): string => {
  if (typeof json !== 'string') throw mismatch(json, 'String')
  if (json.isWellFormed() && !json.includes('\0')) return json
  throw new WireError('SerializationException', 'A string holds a character that is not valid text.')
}
