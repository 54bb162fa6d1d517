import type { Pool } from '../domain/pool.ts'

/** The functions of others, as AWS Lambda's Invoke reaches them. What lies behind an ARN is for a reach to know. */
export interface Functions {
  /** Asks once, with a time limit. Resolves whatever happens: that a function failed is an answer, not a fault of ours. */
  invoke(arn: string, invocation: Invocation): Promise<Outcome>
}

export interface Invocation {
  /** JSON text, so that whoever gets it cannot reach into ours. */
  readonly payload: string
  readonly limitMs: number
  /** Whose event it is: a function may let some pools invoke it and others not. */
  readonly source: InvocationSource
}

/** A pool; without an id an administrator of the account. */
export type InvocationSource = Pick<Pool, 'account' | 'region'> & { readonly id?: string }

/** JSON text, or how it came that there is none. */
export type Outcome = { readonly kind: 'answered'; readonly payload: string } | Failure

/** What was printed meanwhile, for an administrator alone. */
export type Printed = { readonly printed?: string }

export type Failure =
  | { readonly kind: 'threw'; readonly errorMessage: string; readonly errorType: string }
  /** No answer within the time that the caller waits. */
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'not-found' }
  /** It is there, but does not let this source invoke it, or nothing here would hold it to its files. */
  | { readonly kind: 'not-permitted'; readonly why?: 'unconfined' }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'unreachable' }
