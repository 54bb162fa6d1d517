import type { Pool } from './pool.ts'
import type { Attributes } from './user.ts'

/** The attributes ListUsers can filter by. */
export const searchableAttributes = [
  'email',
  'phone_number',
  'name',
  'given_name',
  'family_name',
  'preferred_username',
] as const

/** A name as the pool compares it: folded unless the pool is case-sensitive. */
export function foldName(pool: Pool, name: string): string {
  return isCaseSensitive(pool) ? name : name.replace(letters, (part) => part.toLowerCase())
}

/**
 * All but the signs of ohm, kelvin and ångström, whose lower case is that of the letters they look like: an address with
 * one of them is another mailbox, and must not pass for the one with the letter.
 */
const letters = /[^\u2126\u212a\u212b]+/g

/** Pools made by the API are case-sensitive unless they say otherwise. */
export function isCaseSensitive(pool: Pool): boolean {
  return pool.settings.UsernameConfiguration?.CaseSensitive !== false
}

/** ListUsers compares attribute values without regard to case. */
export function foldSearchValue(value: string): string {
  return value.toLowerCase()
}

/** What of a user's attributes can be searched: attribute and folded value. */
export function searchEntries(attributes: Attributes): readonly (readonly [attribute: string, value: string])[] {
  return searchableAttributes.flatMap((attribute) => {
    const value = attributes[attribute]
    return value === undefined ? [] : [[attribute, foldSearchValue(value)] as const]
  })
}
