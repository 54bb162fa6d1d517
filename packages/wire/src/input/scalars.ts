import { documentOf } from './document-of.ts'
import { mismatch } from './mismatch.ts'
import { textOf } from './text-of.ts'
import type { MemberModel } from '../model.ts'

const maxInt = 2 ** 31 - 1
const maxTimestampSeconds = 8.64e12

const whole = (json: unknown, wanted: string, bound: number): number => {
  // AWS cuts a fraction off instead of refusing it [O].
  if (typeof json === 'number' && Math.abs(json) <= bound) return Math.trunc(json)
  throw mismatch(json, wanted)
}

const flag = (json: unknown): boolean => {
  if (typeof json === 'boolean') return json
  throw mismatch(json, 'Boolean')
}

const moment = (json: unknown): Date => {
  if (typeof json === 'number' && Math.abs(json) <= maxTimestampSeconds) return new Date(json * 1000)
  throw mismatch(json, 'Date')
}

const base64 = /^[A-Za-z0-9+/]*={0,2}$/

const blob = (json: unknown): string => {
  const text = textOf(json)
  if (text.length % 4 === 0 && base64.test(text)) return text
  throw mismatch(json, 'Blob')
}

type ScalarType = Exclude<MemberModel['type'], 'structure' | 'list' | 'map'>

/** How each simple type of the model is read from JSON; throws a SerializationException. */
export const scalars: Readonly<Record<ScalarType, (json: unknown) => unknown>> = {
  string: textOf,
  integer: (json) => whole(json, 'Integer', maxInt),
  long: (json) => whole(json, 'Long', Number.MAX_SAFE_INTEGER),
  boolean: flag,
  timestamp: moment,
  blob,
  document: documentOf,
}
