import { unknownMembers } from './unknown-members.ts'
import { WireError } from '../wire-error.ts'
import type { ServiceContext } from '../service-context.ts'
import type { StructureModel } from '../model.ts'
import type { Violation } from '../input/violation.ts'

/**
 * What is wrong with a response as a client parses it: members the model does not know, wrong types, missing required
 * members and broken constraints. Empty when nothing is.
 */
export const outputProblems = (context: ServiceContext, members: StructureModel, json: unknown): readonly string[] => {
  const violations: Violation[] = []
  try {
    context.readers.structure(members)(json, violations)
  } catch (error) {
    if (error instanceof WireError) return [error.message]
    throw error
  }
  const broken = violations.map(({ path, shown, rule }) => `${path} ${shown}: ${rule}`)
  return [...unknownMembers(context.model)(members, json), ...broken]
}
