import { firstFactorsOfNobody } from '../../domain/first-factors-of-nobody.ts'
import { firstFactorsOf } from '../../domain/first-factors.ts'
import { mfaChoices } from '../../domain/mfa-choices.ts'
import { nobodyHasMfa } from '../../domain/nobody-has-mfa.ts'
import { offeredMfaFactors } from '../../domain/offered-mfa-factors.ts'
import { stepUpFactors } from '../../domain/step-up-factors.ts'
import type { Situation } from './challenges/challenge.ts'
import type { Factors } from './towards-level.ts'

/** What somebody can show; nobody, what they seem to, or a lower level that is taken instead would tell who exists. */
export function factorsOf(situation: Situation): Factors {
  const { attempt, pool, user } = situation
  const { first, second } = seemingFactorsOf(situation)
  if (user) return { first, second: stepUpFactors(pool, user) }
  return { first, second: nobodyHasMfa(pool, attempt) ? second : [] }
}

/** The same without second factors that nobody asks for at sign-in: nobody seems to have such. */
export function askedFactorsOf(situation: Situation): Factors {
  const { pool, user } = situation
  const factors = factorsOf(situation)
  return user ? { ...factors, second: mfaChoices(pool, user) } : factors
}

/** The same as far as it is told to who showed nothing yet: second factors are those of the pool, for nobody too. */
export function seemingFactorsOf({ attempt, pool, user }: Situation): Factors {
  const first = user ? firstFactorsOf({ pool, user }) : firstFactorsOfNobody(pool, attempt)
  return { first, second: offeredMfaFactors(pool.settings) }
}
