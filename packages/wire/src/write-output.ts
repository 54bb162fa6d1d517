import type { Contract } from './contract.ts'

/**
 * The body of a response: the model's members only, timestamps as epoch seconds with a fraction, undefined left out.
 * Operations that return nothing write `{}`.
 */
export const writeOutput = <Output>(contract: Contract<unknown, Output>, output: Output): string =>
  JSON.stringify(contract.write(output))
