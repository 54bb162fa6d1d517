import type { SchemaAttributeType } from '@cognate/wire/user-pools.ts'
import { expect, test } from 'vitest'
import { attributeFaults } from './attribute-faults.ts'

const age: SchemaAttributeType = {
  AttributeDataType: 'Number',
  NumberAttributeConstraints: { MinValue: '0', MaxValue: '150' },
}
const code: SchemaAttributeType = {
  AttributeDataType: 'String',
  StringAttributeConstraints: { MinLength: '2', MaxLength: '4' },
}
const flag: SchemaAttributeType = { AttributeDataType: 'Boolean' }
const since: SchemaAttributeType = { AttributeDataType: 'DateTime' }

test.each([
  [age, '0'],
  [age, '149.5'],
  [code, 'ab'],
  [code, 'abcd'],
  [flag, 'true'],
  [since, '2026-01-01T00:00:00Z'],
  [age, ''],
])('%o takes %j', (attribute, value) => {
  expect(attributeFaults(attribute, 'x', value)).toEqual([])
})

test.each([
  [age, '-1', 'Number must be at least 0.'],
  [age, '151', 'Number must be at most 150.'],
  [age, '0x10', 'Invalid number value.'],
  [age, 'Infinity', 'Invalid number value.'],
  [code, 'a', 'String must be at least 2 characters.'],
  [code, 'abcde', 'String must be at most 4 characters.'],
  [flag, 'yes', 'Invalid boolean value.'],
  [since, 'yesterday', 'Invalid date-time value.'],
  [undefined, '', 'Attribute does not exist in the schema.'],
])('%o refuses %j', (attribute, value, fault) => {
  expect(attributeFaults(attribute, 'x', value)).toEqual([`x: ${fault}\n`])
})
