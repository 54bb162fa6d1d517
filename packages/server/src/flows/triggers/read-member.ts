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
  const value = response[name] ?? {}
  if (typeof value !== 'object' || Array.isArray(value)) throw functionAnswerUnreadable()
  const entries = Object.entries(value).map(([key, member]) => [key, textOf(member)] as const)
  return Object.fromEntries(entries.flatMap(([key, text]) => (text === undefined ? [] : [[key, text]])))
}

function textOf(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'object') throw functionAnswerUnreadable()
  return String(value)
}
