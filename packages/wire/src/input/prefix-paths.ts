import type { Violation } from './violation.ts'

/** Puts a step before the paths of the violations from index `from` on: they were found below that step. */
export const prefixPaths = (violations: Violation[], from: number, step: string): void => {
  for (const violation of violations.slice(from)) {
    violation.path = violation.path === '' ? step : `${step}.${violation.path}`
  }
}
