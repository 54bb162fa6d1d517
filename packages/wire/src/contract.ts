import type { Caller } from './model.ts'
import type { Violation } from './input/violation.ts'
import type { WireErrorName } from './wire-error.ts'

/** What the wire knows of one operation; `Input` and `Output` are its TypeScript types. */
export interface Contract<Input, Output> {
  readonly name: string
  readonly caller: Caller
  /** Names of the errors that AWS declares for the operation. */
  readonly errors: readonly string[]
  /** The name under which broken constraints are reported. */
  readonly refusal: WireErrorName
  /** Reads parsed JSON into an input, adding the constraints it breaks; throws a SerializationException. */
  readonly read: (json: unknown, violations: Violation[]) => Input
  /** Turns an output into what JSON.stringify writes. */
  readonly write: (output: Output) => unknown
  /** What is wrong with a response as it stands on the wire; for tests. */
  readonly outputProblems: (json: unknown) => readonly string[]
}
