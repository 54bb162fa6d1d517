import { matches } from './matches.ts'
import type { Check } from './check.ts'
import type { MemberModel, ServiceModel } from '../model.ts'

const isPassword = (member: MemberModel): boolean => member.sensitive === true && member.pattern === String.raw`[\S]+`

const longEnough = 2048

// A value far beyond its greatest length is refused for that; judging its form as well would only cost time.
const judgedLength = ({ max }: MemberModel): number => (max === undefined ? Infinity : Math.max(max, longEnough))

const unprefixed = ({ prefix = '' }: MemberModel, text: string): string =>
  text.startsWith(prefix) ? text.slice(prefix.length) : text

const formOf = (member: MemberModel, pattern: string): ((text: string) => boolean) => {
  if (isPassword(member)) return (text) => text !== ''
  const judged = judgedLength(member)
  return (text) => text.length > judged || matches(pattern, unprefixed(member, text))
}

const patternCheck = (member: MemberModel, pattern: string): Check => {
  const hasForm = formOf(member, pattern)
  return {
    rule: `Member must satisfy regular expression pattern: ${pattern}`,
    fails: (value) => !hasForm(value as string),
  }
}

const enumCheck = (values: readonly string[]): Check => {
  const allowed: ReadonlySet<unknown> = new Set(values)
  return { rule: `Member must satisfy enum value set: [${values.join(', ')}]`, fails: (value) => !allowed.has(value) }
}

/** The constraints on the form of a string: its pattern and its enum. */
export const textChecks = (member: MemberModel, enums: ServiceModel['enums']): readonly Check[] => [
  ...(member.pattern === undefined ? [] : [patternCheck(member, member.pattern)]),
  ...(member.enum === undefined ? [] : [enumCheck(enums[member.enum] ?? [])]),
]
