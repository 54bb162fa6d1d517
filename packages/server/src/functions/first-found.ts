import type { Functions } from './functions.ts'

/** Asks one reach after the other, until one has the function. */
export function firstFound(reaches: readonly Functions[]): Functions {
  return {
    async invoke(arn, invocation) {
      for (const reach of reaches) {
        const outcome = await reach.invoke(arn, invocation)
        if (outcome.kind !== 'not-found') return outcome
      }
      return { kind: 'not-found' }
    },
  }
}
