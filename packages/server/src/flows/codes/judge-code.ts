import { codeExpired, codeMismatch, tooManyAttempts } from '../../domain/refusals.ts'
import type { Code, CodePurpose } from '../../domain/session.ts'
import type { Statement } from '../../store/statement.ts'
import { codeDigest } from '../messages/code-digest.ts'
import type { World } from '../world.ts'

export interface CodeAnswer {
  readonly poolId: string
  /** The sub, or the stand-in of nobody. */
  readonly who: string
  readonly purpose: CodePurpose
  readonly code: string
  /** The operation under whose name tries are counted, and how many an hour are allowed. */
  readonly kind: string
  readonly limit: number
}

const hour = 3_600_000

/**
 * Judges a code. A right one gives the code and the statements that use it up, to be decided together with what it
 * allows; a wrong one is counted, durably, before it is told.
 * Limits: https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html
 */
export async function judgeCode(
  answer: CodeAnswer,
  world: Pick<World, 'store' | 'sealer' | 'clock'>,
): Promise<{ readonly code: Code; readonly statements: readonly Statement[] }> {
  const { store } = world
  const counted = countTry(answer, world)
  const code = await store.codes.find(answer.poolId, answer.who, answer.purpose)
  const right =
    code &&
    world.sealer.equalDigests(code.digest, codeDigest(answer.code, { ...answer, sub: answer.who }, world.sealer))
  const expired = !code || code.expiresAt <= world.clock.now()
  if (right && !expired) return { code, statements: [counted, store.codes.take(code)] }
  await store.decide([counted])
  throw expired ? codeExpired() : codeMismatch()
}

/** Counts one try of an operation that must not be tried for ever. */
export function countTry(
  { poolId, who, kind, limit }: Pick<CodeAnswer, 'poolId' | 'who' | 'kind' | 'limit'>,
  { store, clock }: Pick<World, 'store' | 'clock'>,
): Statement {
  return store.guards.count({ poolId, who, kind, now: clock.now(), limit, windowMs: hour }, tooManyAttempts)
}
