/** One line of the table. Times in milliseconds, memory in MB of 2^20 bytes. */
export interface Row {
  readonly operation: string
  readonly store: string
  readonly users: number
  readonly workers: number
  readonly opsPerSecond: number
  /** Of single answers; null where it is not answers that are counted. */
  readonly p50Ms: number | null
  readonly p95Ms: number | null
  readonly p99Ms: number | null
  /** Answers that were not what the operation should give. */
  readonly errors: number
  /** User and system time of the server's processes an operation; median of the seconds. */
  readonly cpuMsPerOp: number
  readonly peakMemoryMB: number
  readonly worstLoopDelayMs: number
  /** What one core could do if it did the operation's cryptography and nothing else; null where there is none. */
  readonly limitPerSecond: number | null
  /** CPU time of that cryptography alone / CPU time of the operation. */
  readonly ratio: number | null
}
