import type { Fired, NotConfigured } from './journal.ts'
import type { FlowKind } from './flow-kinds.ts'

/** A flow as it is read: its calls in their order. */
export interface Timeline {
  readonly id: string
  readonly kind: FlowKind
  readonly userPoolId: string
  readonly clientId?: string | undefined
  readonly calls: readonly RecordedCall[]
}

/** One call, as it is sealed. */
export interface RecordedCall {
  readonly flowId: string
  readonly kind: FlowKind
  readonly clientId?: string | undefined
  readonly operation: string
  readonly requestId: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly milliseconds: number
  /** The name that the caller used: what they typed, where the username is made up. */
  readonly calledAs?: string | undefined
  readonly userName?: string | undefined
  readonly sub?: string | undefined
  /** How a sign-in begins, or the challenge that is answered. */
  readonly asks?: string | undefined
  readonly steps: readonly RecordedStep[]
  readonly verdict: Verdict
  /** That something was left out, to keep the record within its bounds. */
  readonly shortened?: true
}

export type RecordedStep = RecordedFunction | Pick<NotConfigured, 'kind' | 'trigger' | 'source'> | Silent

export type RecordedFunction = Omit<Fired, 'event' | 'answer'> & { readonly event?: unknown; readonly answer?: unknown }

/** A function that the pool has and that was not told of anything. */
export interface Silent {
  readonly kind: 'silent'
  readonly trigger: string
  readonly why: string
}

export type Verdict =
  | { readonly kind: 'done' | 'tokens' }
  | { readonly kind: 'challenge'; readonly challenge: string }
  | { readonly kind: 'refused'; readonly error: string; readonly message: string }
