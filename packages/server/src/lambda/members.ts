import { invalidMember, unreadableRequest } from '../domain/function-refusals.ts'

export type Members = Readonly<Record<string, unknown>>

/** A body of the Lambda API; an empty one has no members. */
export function readMembers(body: Buffer): Members {
  try {
    const value: unknown = JSON.parse(body.length === 0 ? '{}' : new TextDecoder('utf-8', { fatal: true }).decode(body))
    if (isObject(value)) return value
  } catch {
    // Refused below.
  }
  throw unreadableRequest()
}

/** `undefined` when it is left out; anything else must fit. */
export function textIn(members: Members, name: string, form: RegExp): string | undefined {
  const value = members[name] ?? undefined
  if (value === undefined) return undefined
  if (typeof value !== 'string' || !form.test(value))
    throw invalidMember(lowered(name), `Member must satisfy regular expression pattern: ${form.source}`)
  return value
}

export function requiredText(members: Members, name: string, form: RegExp): string {
  const value = textIn(members, name, form)
  if (value === undefined) throw invalidMember(lowered(name), 'Member must not be null')
  return value
}

export function numberIn(members: Members, name: string, [least, most]: readonly [number, number]): number | undefined {
  const value = members[name] ?? undefined
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
    throw invalidMember(lowered(name), `Member must be a whole number from ${least} to ${most}`)
  return value
}

/** An object of texts, such as tags. */
export function textsIn(
  members: Members,
  name: string,
  { key, most }: { readonly key: RegExp; readonly most: number },
): Readonly<Record<string, string>> | undefined {
  const value = members[name] ?? undefined
  if (value === undefined) return undefined
  if (!isObject(value)) throw invalidMember(lowered(name), 'Member must be a map')
  const entries = Object.entries(value)
  const fits = ([at, text]: readonly [string, unknown]) =>
    key.test(at) && typeof text === 'string' && !text.includes('\0')
  if (entries.length > most || !entries.every(fits))
    throw invalidMember(lowered(name), `Map keys must satisfy ${key.source}, values must be texts, at most ${most}`)
  return Object.fromEntries(entries) as Record<string, string>
}

export function objectIn(members: Members, name: string): Members | undefined {
  const value = members[name] ?? undefined
  if (value === undefined) return undefined
  if (!isObject(value)) throw invalidMember(lowered(name), 'Member must be a structure')
  return value
}

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const lowered = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)
