import type { EventRisk } from '../../domain/auth-event.ts'
import { passwordCompromised, signInBlocked } from '../../domain/refusals.ts'
import { addressRiskLevel } from '../../domain/risk-level.ts'
import { riskResponse } from '../../domain/risk-response.ts'
import type { Gathered } from './gather.ts'

export interface EarlyRefusal {
  readonly refusal: Error
  readonly risk: EventRisk
}

/**
 * What is refused whoever is asked for and whatever they answer: so it tells nothing about either. Of the risks only that
 * of the address is judged here, where it blocks for everybody.
 */
export function judgeEverybody(gathered: Gathered): EarlyRefusal | undefined {
  const { mode, settings, exception, facts, prior, renewed } = gathered
  if (renewed === 'refused') return { refusal: passwordCompromised(), risk: { decision: 'Block', compromised: true } }
  const blocked = { decision: 'Block', compromised: false } as const
  if (mode === 'ENFORCED' && exception === 'blocked') return { refusal: signInBlocked(), risk: blocked }
  if (prior || exception === 'skipped') return undefined
  const level = addressRiskLevel(facts)
  const takeover = settings.AccountTakeoverRiskConfiguration
  const { does } = riskResponse(level, { mode, takeover, canAsk: true })
  return level && does === 'blocks' ? { refusal: signInBlocked(), risk: { ...blocked, level } } : undefined
}
