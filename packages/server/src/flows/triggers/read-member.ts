import { functionAnswerUnreadable } from '../../domain/refusals.ts'
import type { Json, JsonObject } from './trigger-event.ts'

/** A yes or no; what a function leaves open is no. AWS reads the words as well [K]. */
export function readFlag(response: JsonObject, name: string): boolean {
  const value = response[name] ?? false
  if (value === true || value === 'true') return true
  if (value === false || value === 'false') return false
  throw functionAnswerUnreadable()
}

/** Numbers and truth values become their texts, as Amplify's own functions rely on [O]. */
export function readText(response: JsonObject, name: string): string | undefined {
  return textOf(response[name])
}

/** Texts by name; a name without one is left out. */
export function readTexts(response: JsonObject, name: string): Readonly<Record<string, string>> {
  const entries = Object.entries(readObject(response, name)).map(([key, member]) => [key, textOf(member)] as const)
  return Object.fromEntries(entries.flatMap(([key, text]) => (text === undefined ? [] : [[key, text]])))
}

/** What stands together under a name; nothing where there is none. */
export function readObject(response: JsonObject, name: string): JsonObject {
  const value = response[name] ?? {}
  if (!isObject(value)) throw functionAnswerUnreadable()
  return value
}

/** Texts in their order. */
export function readList(response: JsonObject, name: string): readonly string[] {
  const value = response[name] ?? []
  if (!Array.isArray(value)) throw functionAnswerUnreadable()
  return value.flatMap((member: Json) => textOf(member) ?? [])
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function textOf(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'object') throw functionAnswerUnreadable()
  return String(value)
}
