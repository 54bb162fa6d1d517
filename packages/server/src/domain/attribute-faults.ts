import type { SchemaAttributeType } from '@cognate/wire/user-pools.ts'

/** What is wrong with a value of the attribute that the schema knows by this name; a blank one removes it and is never wrong. */
export function attributeFaults(
  attribute: SchemaAttributeType | undefined,
  name: string,
  value: string,
): readonly string[] {
  if (!attribute) return [`${name}: Attribute does not exist in the schema.\n`]
  if (name === 'sub') return ['sub: Attribute cannot be set.\n']
  if (value === '') return []
  const fault = typeFaults[attribute.AttributeDataType ?? 'String']?.(attribute, value)
  return fault ? [`${name}: ${fault}\n`] : []
}

const typeFaults: Readonly<Record<string, (attribute: SchemaAttributeType, value: string) => string | undefined>> = {
  Number: numberFault,
  Boolean: (_, value) => (value === 'true' || value === 'false' ? undefined : 'Invalid boolean value.'),
  DateTime: (_, value) => (Number.isNaN(Date.parse(value)) ? 'Invalid date-time value.' : undefined),
  String: stringFault,
}

function stringFault({ Name, StringAttributeConstraints: bounds }: SchemaAttributeType, value: string) {
  if (Name === 'birthdate' && !/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'Invalid birthdate format.'
  if (value.length < Number(bounds?.MinLength ?? 0)) return `String must be at least ${bounds?.MinLength} characters.`
  const longest = Math.min(Number(bounds?.MaxLength ?? 2048), 2048)
  return value.length > longest ? `String must be at most ${longest} characters.` : undefined
}

function numberFault({ NumberAttributeConstraints: bounds }: SchemaAttributeType, value: string): string | undefined {
  if (!/^-?\d{1,19}(\.\d{1,19})?$/.test(value)) return 'Invalid number value.'
  if (Number(value) < Number(bounds?.MinValue ?? -Infinity)) return `Number must be at least ${bounds?.MinValue}.`
  return Number(value) > Number(bounds?.MaxValue ?? Infinity)
    ? `Number must be at most ${bounds?.MaxValue}.`
    : undefined
}
