import { mismatch } from './mismatch.ts'
import { prefixPaths } from './prefix-paths.ts'
import type { Reader } from './reader.ts'

/** A member of a structure, ready to be read. */
export interface MemberReader {
  readonly name: string
  /** The name in sentences: the first letter in lower case. */
  readonly label: string
  readonly required: boolean
  readonly read: Reader
}

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

/** Reads a structure's known members in the model's order. Null is absent; unknown members are ignored, as AWS does. */
export const structureReader =
  (members: readonly MemberReader[]): Reader =>
  (json, violations) => {
    if (!isObject(json)) throw mismatch(json, 'structure')
    const read: Record<string, unknown> = {}
    for (const member of members) {
      const value = json[member.name]
      if (value !== undefined && value !== null) {
        const before = violations.length
        read[member.name] = member.read(value, violations)
        if (violations.length > before) prefixPaths(violations, before, member.label)
      } else if (member.required) {
        violations.push({ path: member.label, shown: 'null', rule: 'Member must not be null' })
      }
    }
    return read
  }
