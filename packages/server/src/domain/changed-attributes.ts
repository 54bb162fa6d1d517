import type { Attributes } from './user.ts'

/**
 * The attributes after a change: a blank value removes one, and an address that changes is no longer verified unless the
 * change says so itself.
 */
export function changedAttributes(before: Attributes, change: Attributes): Attributes {
  const unverified = (['email', 'phone_number'] as const).filter(
    (name) => change[name] !== undefined && change[name] !== before[name],
  )
  const flags = unverified.map((name) => [`${name}_verified`, change[name] === '' ? '' : 'false'] as const)
  const merged: Attributes = { ...before, ...Object.fromEntries(flags), ...change }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ''))
}
