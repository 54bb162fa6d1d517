import type { EventResponseType } from '@cognate/wire/user-pools.ts'
import type { World } from '../world.ts'
import { gather, type Gathered } from './gather.ts'
import { type Judgement, judgeEntry, type RightEntry, type Weighed } from './judge-entry.ts'
import { judgeEverybody } from './judge-everybody.ts'
import { keepSignIn, type Outcome } from './keep-sign-in.ts'

/** What watches one answer of a sign-in. */
export interface Watch {
  /** What is done about a right answer, once nothing else speaks against it. */
  weigh(right: RightEntry): Promise<Weighed>
}

interface OpenWatch extends Watch {
  /** What is refused before the answer is judged. */
  readonly refusal: Error | undefined
  /** Keeps how it went; to be told only then. */
  keep(went: EventResponseType): Promise<void>
}

export async function openWatch(
  watched: Pick<Gathered, 'situation' | 'answers' | 'mode'>,
  world: World,
): Promise<OpenWatch> {
  const gathered = await gather(watched, world)
  const early = judgeEverybody(gathered)
  let judged: Judgement | undefined
  let answer: Outcome['answer'] = 'wrong'
  return {
    refusal: early?.refusal,
    async weigh(right) {
      answer = 'right'
      if (gathered.prior) return {}
      judged = await judgeEntry(gathered, right, world)
      return judged.weighed
    },
    keep: (went) => {
      const risk = early?.risk ?? judged?.risk ?? riskBefore(gathered)
      return keepSignIn(gathered, { went, answer, risk, response: judged?.response }, world)
    },
  }
}

function riskBefore({ prior, renewed }: Gathered): Outcome['risk'] {
  const risk = prior?.risk ?? { decision: 'NoRisk', compromised: false }
  return renewed === 'none' ? risk : { ...risk, compromised: true }
}
