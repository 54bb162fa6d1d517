import type { Json, JsonObject } from './trigger-event.ts'

/**
 * The `response` of an event that a function gives back; undefined where that is not the event: AWS takes none from which
 * a member of the envelope is missing [O], and none of another version.
 */
export function readAnswer(payload: string, envelope: JsonObject): JsonObject | undefined {
  const answer = parsed(payload)
  if (!isObject(answer) || answer['version'] !== envelope['version']) return undefined
  const isWhole = Object.keys(envelope).every((name) => kindOf(answer[name]) === kindOf(envelope[name]))
  const { response } = answer
  return isWhole && isObject(response) ? response : undefined
}

function parsed(payload: string): Json | undefined {
  try {
    return JSON.parse(payload) as Json
  } catch {
    return undefined
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const kindOf = (value: Json | undefined) => (isObject(value) ? 'an object' : typeof value)
