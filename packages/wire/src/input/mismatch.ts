import { WireError } from '../wire-error.ts'

const maxInt = 2 ** 31

const javaClass = (json: unknown): string => {
  if (typeof json === 'string') return 'String'
  if (typeof json === 'boolean') return 'Boolean'
  if (!Number.isInteger(json)) return 'Double'
  return Math.abs(json as number) < maxInt ? 'Integer' : 'Long'
}

const sentence = (json: unknown, wanted: string): string => {
  if (Array.isArray(json)) return 'Start of list found where not expected'
  if (typeof json === 'object') return 'Start of structure or map found where not expected.'
  if (wanted === 'list' || wanted === 'map') return `Expected ${wanted} or null`
  if (wanted === 'structure') return 'Expected null'
  return `class java.lang.${javaClass(json)} can not be converted to an ${wanted}`
}

/**
 * The refusal of a JSON value of the wrong type, in the words of AWS's front end [O: seen on Cognito for a number, an object
 * and a map; on services with the same front end for the rest]. `wanted` is a Java class or `list`, `map`, `structure`.
 */
export const mismatch = (json: unknown, wanted: string): WireError =>
  new WireError('SerializationException', sentence(json, wanted))
