import type { CallView, FlowView } from '../operator/flow-view.ts'
import type { RecordedFunction, RecordedStep, Verdict } from '../recorder/timeline.ts'
import type { Paint } from './paint.ts'
import { printable } from './printable.ts'

/** A flow as lines for a terminal: its head, then each call with what happened in it. */
export function showFlow(flow: FlowView, paint: Paint): readonly string[] {
  const verdict = flow.verdict ? verdictText(flow.verdict, paint) : ''
  const who = paint.bold(printable(flow.user ?? 'nobody'))
  const client = flow.clientId === undefined ? '' : ` · client ${flow.clientId}`
  return [
    `${paint.bold(flow.kind)}  ${who}  ${verdict}`,
    paint.dim(`  ${flow.startedAt ?? ''} · ${flow.userPoolId}${client}`),
    paint.dim(`  id ${flow.id}`),
    ...flow.calls.flatMap((call, at) => callLines(call, at === flow.calls.length - 1 ? 'last' : 'further', paint)),
    '',
  ]
}

function callLines(call: CallView, place: 'last' | 'further', paint: Paint): readonly string[] {
  const asks = call.asks === undefined ? '' : ` ${paint.warm(printable(call.asks))}`
  const time = paint.dim(`${call.at.slice(11, 23)}  ${call.milliseconds} ms`)
  const [turn, rail] = place === 'last' ? ['└', ' '] : ['├', '│']
  const steps = call.steps.map((step) => stepText(step, paint))
  const shortened = call.shortened ? [paint.dim('… shortened, to keep the record within its bounds')] : []
  return [
    `  ${turn}─ ${call.operation}${asks}  ${time}`,
    ...[...steps, ...shortened, verdictText(call.verdict, paint)].map((line) => `  ${rail}    ${line}`),
  ]
}

function stepText(step: RecordedStep, paint: Paint): string {
  if (step.kind === 'fired') return firedText(step, paint)
  if (step.kind === 'silent') return paint.dim(`· ${step.trigger} did not fire: ${step.why}`)
  return paint.dim(`· ${step.source} did not fire: the pool has no function for it`)
}

function firedText({ source, arn, milliseconds, tries, outcome, failure }: RecordedFunction, paint: Paint): string {
  const brush = outcome === 'answered' ? paint.good : paint.bad
  const again = tries > 1 ? `, asked ${tries} times` : ''
  const said = failure === undefined ? '' : ` · ${printable(failure)}`
  return `${brush('λ')} ${source} → ${functionName(arn)}  ${brush(outcome)}${said}  ${paint.dim(`${milliseconds} ms${again}`)}`
}

/** What people call a function; an ARN says it in its seventh part. */
export function functionName(arn: string): string {
  return printable(arn.split(':').slice(6).join(':') || arn)
}

function verdictText(verdict: Verdict, paint: Paint): string {
  switch (verdict.kind) {
    case 'refused':
      return paint.bad(`✗ ${verdict.error}: ${printable(verdict.message)}`)
    case 'challenge':
      return paint.warm(`? ${verdict.challenge}`)
    case 'tokens':
      return paint.good('✓ tokens')
    case 'done':
      return paint.good('✓ done')
  }
}
