import type { RecordedCall, Timeline, Verdict } from '../recorder/timeline.ts'

/** A flow as it is told at the operator's address; instants are ISO 8601. */
export interface FlowView extends Omit<Timeline, 'calls'> {
  /** As they called themselves first. */
  readonly user: string | null
  readonly sub: string | null
  readonly startedAt: string | undefined
  readonly verdict: Verdict | undefined
  readonly calls: readonly CallView[]
}

export type CallView = Omit<RecordedCall, 'at'> & { readonly at: string }

export function flowView({ calls, ...flow }: Timeline): FlowView {
  const [first, last] = [calls[0], calls.at(-1)]
  return {
    ...flow,
    user: calls.map(({ calledAs, userName }) => calledAs ?? userName).find((name) => name !== undefined) ?? null,
    sub: calls.findLast(({ sub }) => sub !== undefined)?.sub ?? null,
    startedAt: first && instant(first.at),
    verdict: last?.verdict,
    calls: calls.map((call) => ({ ...call, at: instant(call.at) })),
  }
}

const instant = (at: number) => new Date(at).toISOString()
