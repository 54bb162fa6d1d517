import type { Pool } from '../../domain/pool.ts'
import { invalid, missingParameter } from '../../domain/refusals.ts'
import { customAuthFunction } from '../triggers/custom-auth-event.ts'
import type { Attempt } from './attempt.ts'

/**
 * What a custom sign-in begins with: nothing, or the client's half of SRP, which counts as the first round.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
 */
export function beginCustom(
  pool: Pool,
  { CHALLENGE_NAME = 'CUSTOM_CHALLENGE', SRP_A }: Readonly<Record<string, string>>,
): Required<Pick<Attempt, 'rounds' | 'memory'>> {
  for (const trigger of functionsOfCustomAuth) customAuthFunction(pool, trigger)
  if (CHALLENGE_NAME === 'CUSTOM_CHALLENGE') return { rounds: [], memory: {} }
  if (CHALLENGE_NAME !== 'SRP_A') throw invalid('Invalid CHALLENGE_NAME.')
  if (!SRP_A) throw missingParameter('SRP_A')
  return { rounds: [['SRP_A', true]], memory: { A: SRP_A } }
}

const functionsOfCustomAuth = ['DefineAuthChallenge', 'CreateAuthChallenge', 'VerifyAuthChallengeResponse'] as const
