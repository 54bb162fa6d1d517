import { parseBody } from './parse-body.ts'
import { refusal } from './input/refusal.ts'
import type { Contract } from './contract.ts'
import type { Violation } from './input/violation.ts'

/**
 * Reads a request's body as the input of an operation: known members only, null ones left out, timestamps as Date.
 * Throws a WireError: SerializationException where the body is not JSON of the right types, else the contract's refusal with
 * all broken constraints in the model's order.
 */
export const readInput = <Input>(contract: Contract<Input, never>, body: Uint8Array): Input => {
  const violations: Violation[] = []
  const input = contract.read(parseBody(body), violations)
  if (violations.length > 0) throw refusal(contract.refusal, violations)
  return input
}
