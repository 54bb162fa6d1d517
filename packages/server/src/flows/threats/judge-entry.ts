import type { EventRisk } from '../../domain/auth-event.ts'
import type { Device } from '../../domain/device.ts'
import type { MfaFactor } from '../../domain/mfa-factor.ts'
import { passwordResetRequired, signInBlocked } from '../../domain/refusals.ts'
import { riskFactors } from '../../domain/risk-factors.ts'
import { riskLevel, type RiskFacts } from '../../domain/risk-level.ts'
import { type RiskResponse, riskResponse } from '../../domain/risk-response.ts'
import type { User } from '../../domain/user.ts'
import type { Statement } from '../../store/statement.ts'
import type { RightAnswer } from '../sign-in/challenges/challenge.ts'
import type { World } from '../world.ts'
import { type Compromise, findCompromised } from './find-compromised.ts'
import type { Gathered } from './gather.ts'

/** What follows from a right answer. */
export interface Weighed {
  readonly refusal?: Error
  readonly statements?: readonly Statement[]
  /** The second factors of which the rest of the sign-in asks for one. */
  readonly demands?: readonly MfaFactor[]
}

/** Who gave the right answer, what they have shown by now, and the device of theirs that they say it comes from. */
export interface RightEntry extends Pick<RightAnswer, 'before' | 'user'> {
  readonly proofs: readonly string[]
  readonly device: Pick<Device, 'remembered'> | undefined
}

export interface Judgement {
  readonly risk: EventRisk
  readonly response: RiskResponse
  readonly weighed: Weighed
}

/**
 * Judged once a sign-in, when the first factor was right: a refusal that came before would tell somebody who exists from
 * nobody.
 */
export async function judgeEntry(
  gathered: Gathered,
  { before, user, proofs, device }: RightEntry,
  world: World,
): Promise<Judgement> {
  const { situation, mode, settings, exception, facts } = gathered
  const compromise = await compromiseAtEntry(gathered, before, world)
  const level = exception === 'skipped' ? undefined : riskLevel(known(facts, device))
  // What a custom sign-in asks is for its functions to say.
  const factors = situation.attempt.rounds ? [] : riskFactors(situation.pool, user, proofs)
  const canAsk = factors.length > 0
  const takeover = settings.AccountTakeoverRiskConfiguration
  const response = riskResponse(level, { mode, takeover, canAsk })
  const decision = compromise === 'refused' ? 'Block' : response.decision
  const risk = { decision, ...(level && { level }), compromised: compromise !== 'none' } as const
  const weighed = weighedBy(response, compromise, before, world)
  return { risk, response, weighed: response.does === 'asks' && !weighed.refusal ? { demands: factors } : weighed }
}

/** A remembered device has to prove itself before anybody is let in: no other sign of it is needed. */
function known(facts: RiskFacts, device: RightEntry['device']): RiskFacts {
  return device?.remembered ? { ...facts, deviceDigest: undefined } : facts
}

/** A temporary password is exchanged at once: that is when the new one is looked up. SRP shows none. */
async function compromiseAtEntry(
  { situation, answers, settings }: Gathered,
  { status }: User,
  world: World,
): Promise<Compromise> {
  const { attempt, pool } = situation
  const password = attempt.asked === 'PASSWORD' ? answers['PASSWORD'] : undefined
  if (password === undefined || status === 'FORCE_CHANGE_PASSWORD') return 'none'
  return findCompromised({ at: 'SIGN_IN', password }, { pool, settings }, world)
}

/** Whoever signs in with a compromised password must reset it [D]. */
function weighedBy({ does }: RiskResponse, compromise: Compromise, before: User, { store, clock }: World): Weighed {
  if (does === 'blocks') return { refusal: signInBlocked() }
  if (compromise === 'refused') {
    const reset: User = { ...before, status: 'RESET_REQUIRED', modifiedAt: clock.now() }
    return { refusal: passwordResetRequired(), statements: store.users.save(reset, before) }
  }
  return {}
}
