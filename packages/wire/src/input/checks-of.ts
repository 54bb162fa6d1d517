import { textChecks } from './text-checks.ts'
import type { Check } from './check.ts'
import type { MemberModel, ServiceModel } from '../model.ts'

const lengthRule = (relation: string, bound: number): string =>
  `Member must have length ${relation} than or equal to ${bound}`
const valueRule = (relation: string, bound: number): string =>
  `Member must have value ${relation} than or equal to ${bound}`

interface Bounds {
  readonly min: number | undefined
  readonly max: number | undefined
  readonly measure: (value: unknown) => number
  readonly rule: (relation: string, bound: number) => string
}

const boundChecks = ({ min, max, measure, rule }: Bounds): readonly Check[] => [
  ...(max === undefined ? [] : [{ rule: rule('less', max), fails: (value: unknown) => measure(value) > max }]),
  ...(min === undefined ? [] : [{ rule: rule('greater', min), fails: (value: unknown) => measure(value) < min }]),
]

const bytesOf = (value: unknown): number => Buffer.byteLength(value as string, 'base64')
// Java counts a string in UTF-16 units, as JavaScript does.
const unitsOf = (value: unknown): number => (value as string).length
const itemsOf = (value: unknown): number => (value as readonly unknown[]).length
const entriesOf = (value: unknown): number => Object.keys(value as object).length

/** The constraints on one member, list element, map key or map value, in the order they are reported: bounds, then form. */
export const checksOf = (member: MemberModel, enums: ServiceModel['enums']): readonly Check[] => {
  const { type, min, max, minItems, maxItems } = member
  if (type === 'list') return boundChecks({ min: minItems, max: maxItems, measure: itemsOf, rule: lengthRule })
  if (type === 'map') return boundChecks({ min: minItems, max: maxItems, measure: entriesOf, rule: lengthRule })
  if (type === 'blob') return boundChecks({ min, max, measure: bytesOf, rule: lengthRule })
  if (type === 'string') {
    return [...boundChecks({ min, max, measure: unitsOf, rule: lengthRule }), ...textChecks(member, enums)]
  }
  return boundChecks({ min, max, measure: Number, rule: valueRule })
}
