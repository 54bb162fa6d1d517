import { unknownMembers } from './unknown-members.ts'
import { WireError } from '../wire-error.ts'
import type { ServiceContext } from '../service-context.ts'
import type { StructureModel } from '../model.ts'
import type { Violation } from '../input/violation.ts'

/**
 * What is wrong with a response as a client parses it: members the model does not know, wrong types, missing required
 * members and unknown words. Lengths and patterns are AWS's rules for input alone: its own answers break them, such as
 * the attribute name `phone_number_verified` with its 21 characters of at most 20.
 */
export const outputProblems = (context: ServiceContext, members: StructureModel, json: unknown): readonly string[] => {
  const violations: Violation[] = []
  try {
    context.readers.structure(members)(json, violations)
  } catch (error) {
    if (error instanceof WireError) return [error.message]
    throw error
  }
  const binding = violations.filter(({ rule }) => /must not be null|enum value set/.test(rule))
  const broken = binding.map(({ path, shown, rule }) => `${path} ${shown}: ${rule}`)
  return [...unknownMembers(context.model)(members, json), ...broken]
}
