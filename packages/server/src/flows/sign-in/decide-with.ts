import type { Statement } from '../../store/statement.ts'
import type { World } from '../world.ts'
import type { Question } from './challenges/challenge.ts'

/** One write for what led to a question and what goes together with asking it; none where there is neither. */
export async function decideWith(
  { statements = [] }: Question,
  before: readonly Statement[],
  { store, outbox }: Pick<World, 'store' | 'outbox'>,
): Promise<void> {
  if (before.length + statements.length > 0) await store.decide([...before, ...statements])
  if (statements.length > 0) outbox.wake()
}
