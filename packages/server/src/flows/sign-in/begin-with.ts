import type { FirstFactor } from '../../domain/first-factor.ts'
import type { Answers, Choice } from './challenges/challenge.ts'

/** The question that a first factor begins with; the half of SRP that came along need not be asked for. */
export function beginWith(factor: FirstFactor, given: Answers): Choice {
  const A = given['SRP_A']
  return factor === 'PASSWORD_SRP' && A
    ? { chosen: 'PASSWORD_VERIFIER', memory: { A } }
    : { chosen: factor, memory: {} }
}
