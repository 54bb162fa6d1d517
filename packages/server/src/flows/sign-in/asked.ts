import type { Question, Situation } from './challenges/challenge.ts'
import type { Step } from './sign-in.ts'

/** A question as the caller is asked it, and what the attempt must remember of it. */
export function asked({ parameters, memory = {}, available }: Question, { attempt }: Situation): Step {
  const step = { name: attempt.asked, attempt: { ...attempt, memory }, parameters, ...(available && { available }) }
  return { kind: 'challenge', ...step }
}
