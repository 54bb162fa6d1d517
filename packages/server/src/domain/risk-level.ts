import type { RiskLevelType } from '@cognate/wire/user-pools.ts'
import type { Familiar } from './auth-event.ts'

/** What a sign-in is judged by. There is no map of addresses, so no journey is too fast. */
export interface RiskFacts {
  /** Where the user got in before, or somebody said whether it was them. */
  readonly familiar: readonly Familiar[]
  /** Absent where the caller is no person's device, or says nothing of it. */
  readonly addressDigest?: string | undefined
  readonly deviceDigest?: string | undefined
  /** Sign-ins of this user that failed within the last hour. */
  readonly failures: number
  /** Accounts with which a sign-in from this address failed within the last hour. */
  readonly failingAccounts: number
}

/**
 * How likely it is that this is not the user: undefined, where nothing says so. AWS does not tell its own rules; these are
 * ours. Somebody who never got in has nothing to be compared with: their first device is not a new one.
 */
export function riskLevel(facts: RiskFacts): RiskLevelType | undefined {
  return levels[Math.min(strangeness(facts) + pressure(facts), 3)]
}

/** The part that is the same for everybody who is tried from an address, whether they exist or not. */
export function addressRiskLevel({ failingAccounts }: Pick<RiskFacts, 'failingAccounts'>): RiskLevelType | undefined {
  return levels[crowd(failingAccounts)]
}

const levels = [undefined, 'Low', 'Medium', 'High'] as const

/** One for a new device, one for a new address, two for one that the user once said was not them. */
function strangeness({ familiar, addressDigest, deviceDigest }: RiskFacts): 0 | 1 | 2 | 3 | 4 {
  const trusted = familiar.filter(({ feedback }) => feedback !== 'Invalid')
  if (familiar.length === 0) return 0
  const place = { addressDigest, deviceDigest }
  const strange = (['addressDigest', 'deviceDigest'] as const).filter(
    (part) => place[part] !== undefined && !trusted.some((known) => known[part] === place[part]),
  )
  const denied = strange.filter((part) => familiar.some((known) => known[part] === place[part]))
  return Math.min(strange.length + denied.length, 4) as 0 | 1 | 2 | 3 | 4
}

function pressure(facts: RiskFacts): number {
  return Math.max(guesses(facts), crowd(facts.failingAccounts))
}

/** Somebody who guesses elsewhere must not lock the user out at home. */
function guesses(facts: RiskFacts): 0 | 1 | 2 {
  if (isAtHome(facts)) return 0
  if (facts.failures >= 10) return 2
  return facts.failures >= 5 ? 1 : 0
}

function isAtHome(facts: RiskFacts): boolean {
  const isSomewhere = facts.addressDigest !== undefined || facts.deviceDigest !== undefined
  return facts.familiar.length > 0 && isSomewhere && strangeness(facts) === 0
}

/** Many accounts from one address: somebody tries one password with each of them. */
function crowd(failingAccounts: number): 0 | 2 | 3 {
  if (failingAccounts >= manyAccounts) return 3
  return failingAccounts >= severalAccounts ? 2 : 0
}

const severalAccounts = 10
const manyAccounts = 30

/** Nobody needs to count further than this. */
export const mostCounted = manyAccounts
