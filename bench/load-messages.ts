import type { OperationName } from './operations.ts'
import type { Site } from './site.ts'

/** What the process that asks is told: where, and then one run after the other. */
export type LoadOrder =
  | { readonly kind: 'open'; readonly site: Site; readonly port: number; readonly connections: number }
  | {
      readonly kind: 'run'
      readonly operation: OperationName
      readonly warmUpSeconds: number
      readonly seconds: number
    }

/** What it says: ready for a run; at the end of the warm-up and of each second, the operations so far; at the end, all. */
export type LoadNews =
  | { readonly kind: 'open' }
  | { readonly kind: 'second'; readonly operations: number }
  | { readonly kind: 'done'; readonly summary: LoadSummary }
  | { readonly kind: 'failed'; readonly reason: string }

/** Latencies in milliseconds, without the warm-up. */
export interface LoadSummary {
  readonly p50Ms: number
  readonly p95Ms: number
  readonly p99Ms: number
  readonly errors: number
  /** Of the first error. */
  readonly firstError: string | undefined
}
