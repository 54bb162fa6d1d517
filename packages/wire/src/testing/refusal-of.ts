import { readInput } from '../read-input.ts'
import { WireError } from '../wire-error.ts'
import type { Contract } from '../contract.ts'

/** How a body, as JSON or as its text, is refused: `Name: message`, or `accepted`. */
export const refusalOf = (contract: Contract<unknown, never>, json: unknown): string => {
  try {
    readInput(contract, Buffer.from(typeof json === 'string' ? json : JSON.stringify(json)))
    return 'accepted'
  } catch (error) {
    if (error instanceof WireError) return `${error.name}: ${error.message}`
    throw error
  }
}
