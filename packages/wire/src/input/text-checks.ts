import { matches } from './matches.ts'
import type { Check } from './check.ts'
import type { MemberModel, ServiceModel } from '../model.ts'

const isPassword = (member: MemberModel): boolean => member.sensitive === true && member.pattern === String.raw`[\S]+`

const patternCheck = (member: MemberModel, pattern: string): Check => ({
  rule: `Member must satisfy regular expression pattern: ${pattern}`,
  fails: isPassword(member) ? (value) => value === '' : (value) => !matches(pattern, value as string),
})

const enumCheck = (values: readonly string[]): Check => {
  const allowed: ReadonlySet<unknown> = new Set(values)
  return { rule: `Member must satisfy enum value set: [${values.join(', ')}]`, fails: (value) => !allowed.has(value) }
}

/** The constraints on the form of a string: its pattern and its enum. */
export const textChecks = (member: MemberModel, enums: ServiceModel['enums']): readonly Check[] => [
  ...(member.pattern === undefined ? [] : [patternCheck(member, member.pattern)]),
  ...(member.enum === undefined ? [] : [enumCheck(enums[member.enum] ?? [])]),
]
