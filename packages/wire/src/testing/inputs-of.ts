import fc from 'fast-check'
import { textsFor } from './texts-for.ts'
import type { MemberModel, ServiceModel, StructureModel } from '../model.ts'

const json = fc.dictionary(fc.string({ unit: 'grapheme-ascii' }), fc.jsonValue({ maxDepth: 3 }))
const fewItems = 3

const numbers = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max })

/** Makes generators of valid request bodies, as JSON values, for operations of a service's model. */
export const inputsOf = (model: ServiceModel) => {
  const structure = (members: StructureModel): fc.Arbitrary<Record<string, unknown>> => {
    const arbitraries = Object.fromEntries(Object.entries(members).map(([name, member]) => [name, memberOf(member)]))
    const requiredKeys = Object.keys(members).filter((name) => members[name]?.required === true)
    return fc.record(arbitraries, { requiredKeys })
  }

  const text = (member: MemberModel): fc.Arbitrary<string> =>
    member.enum === undefined
      ? textsFor(member.pattern, member.min ?? 0, member.max ?? 200)
      : fc.constantFrom(...(model.enums[member.enum] ?? []))

  const sized = ({ minItems = 0, maxItems = fewItems }: MemberModel) => ({
    minLength: minItems,
    maxLength: Math.min(maxItems, minItems + fewItems),
  })

  const map = (member: MemberModel, key: MemberModel, value: MemberModel): fc.Arbitrary<unknown> => {
    const { minLength, maxLength } = sized(member)
    return fc.dictionary(text(key), memberOf(value), { minKeys: minLength, maxKeys: maxLength })
  }

  const scalar = (member: MemberModel): fc.Arbitrary<unknown> => {
    if (member.type === 'string') return text(member)
    if (member.type === 'boolean') return fc.boolean()
    if (member.type === 'document') return json
    if (member.type === 'blob') return fc.base64String({ minLength: 4, maxLength: 40 })
    if (member.type === 'timestamp') return numbers(0, 4_000_000_000)
    return numbers(member.min ?? -1000, member.max ?? 1000)
  }

  const memberOf = (member: MemberModel): fc.Arbitrary<unknown> => {
    if (member.shape !== undefined) return structure(model.shapes[member.shape] ?? {})
    if (member.element !== undefined) return fc.array(memberOf(member.element), sized(member))
    if (member.key !== undefined && member.value !== undefined) return map(member, member.key, member.value)
    return scalar(member)
  }

  return (operation: string): fc.Arbitrary<Record<string, unknown>> =>
    structure(model.operations[operation]?.input ?? {})
}
