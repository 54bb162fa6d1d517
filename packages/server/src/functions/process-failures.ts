import type { Failure } from './functions.ts'

/** AWS's words for a process that ended before it had answered. */
export const exited = (how: string): Failure => ({
  kind: 'threw',
  errorType: 'Runtime.ExitError',
  errorMessage: `Error: Runtime exited with error: ${how}`,
})

/** AWS's words for a function that took longer than its own time. */
export const timedOut = (id: string, limitMs: number): Failure => ({
  kind: 'threw',
  errorType: 'Sandbox.Timedout',
  errorMessage: `RequestId: ${id} Error: Task timed out after ${(limitMs / 1000).toFixed(2)} seconds`,
})

/** A function that cannot be run on this machine as it is. */
export const notRunnable = (why: string): Failure => ({
  kind: 'threw',
  errorType: 'Runtime.InvalidEntrypoint',
  errorMessage: `Error: ${why}`,
})
