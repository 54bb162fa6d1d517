import type { AdvancedSecurityEnabledModeType } from '@cognate/wire/user-pools.ts'
import type { AuthEvent } from '../../domain/auth-event.ts'
import type { RiskFacts } from '../../domain/risk-level.ts'
import type { Answers, Situation } from '../sign-in/challenges/challenge.ts'
import type { World } from '../world.ts'
import { addressException } from './address-exception.ts'
import { type Compromise, findCompromised } from './find-compromised.ts'
import { placeOf } from './place-of.ts'
import { riskFacts } from './risk-facts.ts'
import { type RiskSettings, riskSettings } from './risk-settings.ts'

/** All that an answer of a sign-in is weighed by, read before it is judged. */
export interface Gathered {
  readonly situation: Situation
  readonly answers: Answers
  readonly mode: AdvancedSecurityEnabledModeType
  readonly settings: RiskSettings
  readonly exception: 'blocked' | 'skipped' | 'none'
  readonly facts: RiskFacts
  /** One sign-in is one event. */
  readonly eventId: string
  /** What was kept when an earlier answer of the same sign-in was right. */
  readonly prior: AuthEvent | undefined
  /** What is known of a password that is to replace a temporary one. */
  readonly renewed: Compromise
}

/** The same is read for nobody as for a user. */
export async function gather(
  watched: Pick<Gathered, 'situation' | 'answers' | 'mode'>,
  world: World,
): Promise<Gathered> {
  const { situation, answers } = watched
  const { attempt, pool, client, origin } = situation
  const settings = await riskSettings(pool, client, world)
  const eventId = world.sealer.digest(attempt.id, 'auth-event')
  const renewing = attempt.asked === 'NEW_PASSWORD_REQUIRED' ? answers['NEW_PASSWORD'] : undefined
  const [facts, prior, renewed] = await Promise.all([
    riskFacts({ pool, who: attempt.who, place: placeOf(origin, pool, world) }, world),
    attempt.proofs.length > 0 ? world.store.authEvents.find(pool.id, attempt.who, eventId) : undefined,
    compromiseOf(renewing, { pool, settings }, world),
  ])
  return { ...watched, settings, exception: addressException(origin, settings), facts, eventId, prior, renewed }
}

async function compromiseOf(
  password: string | undefined,
  place: Parameters<typeof findCompromised>[1],
  world: World,
): Promise<Compromise> {
  return password === undefined ? 'none' : findCompromised({ at: 'PASSWORD_CHANGE', password }, place, world)
}
