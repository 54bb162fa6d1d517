import { kmsPolicyMalformed } from '../../domain/kms-refusals.ts'

/** A policy is kept as it is and given back; whoever signs for an account may do everything with its keys. */
export function checkPolicy(policy: string): void {
  if (!isObject(policy)) throw kmsPolicyMalformed()
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
