import type { Occasion } from '../triggers/pre-token-generation.ts'
import type { Proof } from './attempt.ts'
import type { Situation } from './challenges/challenge.ts'

/** Upon what a sign-in gets its tokens, for the function that hears of it. */
export function occasionOf({ clientMetadata }: Situation, proofs: readonly Proof[]): Occasion {
  if (proofs.includes('NEW_PASSWORD')) return { source: 'TokenGeneration_NewPasswordChallenge', clientMetadata }
  if (proofs.some((proof) => proof.startsWith('DEVICE ')))
    return { source: 'TokenGeneration_AuthenticateDevice', clientMetadata }
  return { source: 'TokenGeneration_Authentication', clientMetadata }
}
