import { sessionSpent } from '../../domain/refusals.ts'
import type { Situation } from './challenges/challenge.ts'
import { saltOf } from './salt-of.ts'

/** Whoever proved a password that is not the user's any more has proved nothing. */
export function refuseOutdatedProof({ attempt, user }: Situation): void {
  if (attempt.proofs.length > 0 && user && saltOf(user) !== attempt.provedPassword) throw sessionSpent()
}
