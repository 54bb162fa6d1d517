import type { Replayed } from '../flows/recorded/replay.ts'
import type { Paint } from './paint.ts'
import { printable } from './printable.ts'
import { functionName } from './show-flow.ts'

/** What a function did then and does today, as lines for a terminal. */
export function showReplay({ source, arn, recorded, today, same }: Replayed, paint: Paint): readonly string[] {
  const head = `${paint.bold(source)} → ${functionName(arn)}`
  if (same) return [`${head}  ${paint.good('✓ the same')}  ${paint.dim(`${today.milliseconds} ms`)}`, '']
  return [
    `${head}  ${paint.warm('≠ not the same')}  ${paint.dim(`${today.milliseconds} ms`)}`,
    `  then   ${saidText(recorded)}`,
    `  today  ${saidText(today)}`,
    '',
  ]
}

function saidText({ outcome, failure, answer }: Pick<Replayed['recorded'], 'outcome' | 'failure' | 'answer'>): string {
  if (outcome !== 'answered') return printable(failure === undefined ? outcome : `${outcome} · ${failure}`)
  return printable(JSON.stringify(responseIn(answer)))
}

/** What functions answer is their event with another response. */
function responseIn(answer: unknown): unknown {
  return typeof answer === 'object' && answer !== null && 'response' in answer ? answer.response : (answer ?? null)
}
