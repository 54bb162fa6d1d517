import type { SchemaAttributeType } from '@cognate/wire/user-pools.ts'
import { describe, expect, test } from 'vitest'
import { schemaOfNewPool, withCustomAttributes } from './pool-schema.ts'

const text = (Name: string): SchemaAttributeType => ({ Name, AttributeDataType: 'String' })

const badAttributes: readonly [string, readonly SchemaAttributeType[], string][] = [
  ['one without a name', [{ AttributeDataType: 'String' }], 'Attribute name cannot be empty'],
  ['one without a type', [{ Name: 'x' }], 'Type for attribute {x} could not be determined'],
  [
    'a required one of the pool’s own',
    [{ ...text('x'), Required: true }],
    'Required custom attributes are not supported currently.',
  ],
  [
    'one twice',
    [text('x'), text('x')],
    'Duplicate custom attribute names custom:x are not allowed in a user pool schema.',
  ],
  [
    'a standard one twice',
    [text('email'), text('email')],
    'Duplicate custom attribute names email are not allowed in a user pool schema.',
  ],
  [
    'a standard one of another type',
    [{ Name: 'email', AttributeDataType: 'Number' }],
    'You can not change AttributeDataType or set developerOnlyAttribute for standard schema attribute email',
  ],
  [
    'a standard one for developers only',
    [{ ...text('email'), DeveloperOnlyAttribute: true }],
    'You can not change AttributeDataType or set developerOnlyAttribute for standard schema attribute email',
  ],
  [
    'a text whose shortest is longer than its longest',
    [{ ...text('x'), StringAttributeConstraints: { MinLength: '5', MaxLength: '4' } }],
    "Attribute custom:x cannot have a max length shorter than it's min length",
  ],
  [
    'a text longer than any value may be',
    [{ ...text('x'), StringAttributeConstraints: { MaxLength: '2049' } }],
    'Invalid length for attribute custom:x: it must be a number from 0 to 2048.',
  ],
  [
    'a length that is no number',
    [{ ...text('x'), StringAttributeConstraints: { MinLength: '-1' } }],
    'Invalid length for attribute custom:x: it must be a number from 0 to 2048.',
  ],
  [
    'a number whose least is more than its most',
    [
      {
        Name: 'x',
        AttributeDataType: 'Number',
        NumberAttributeConstraints: { MinValue: '2', MaxValue: '1.5' },
      },
    ],
    "Attribute custom:x cannot have a max value smaller than it's min value",
  ],
  [
    'a bound that is no number',
    [{ Name: 'x', AttributeDataType: 'Number', NumberAttributeConstraints: { MinValue: 'one' } }],
    'Invalid value constraint for attribute custom:x: it must be a number.',
  ],
  [
    'a fifty-first one of the pool’s own',
    Array.from({ length: 51 }, (_, n) => text(`x${n}`)),
    'A user pool can have at most 50 custom attributes.',
  ],
]

describe('attributes that cannot be are refused:', () => {
  test.each(badAttributes)('%s', (_name, requested, message) => {
    expect(() => schemaOfNewPool(requested)).toThrow(
      expect.objectContaining({ name: 'InvalidParameterException', message }),
    )
  })
})

test('fifty attributes of the pool’s own are accepted', () => {
  expect(schemaOfNewPool(Array.from({ length: 50 }, (_, n) => text(`x${n}`)))).toHaveLength(70)
})

test('an attribute for developers only and one for all may share a name', () => {
  const schema = schemaOfNewPool([text('x'), { ...text('x'), DeveloperOnlyAttribute: true }])

  expect(schema.slice(-2).map(({ Name }) => Name)).toEqual(['custom:x', 'dev:custom:x'])
})

test('what is said of sub changes nothing', () => {
  const [sub] = schemaOfNewPool([{ ...text('sub'), Required: false, Mutable: true }])

  expect(sub).toMatchObject({ Name: 'sub', Required: true, Mutable: false })
})

test('a constraint that does not belong to the type is not kept', () => {
  const schema = schemaOfNewPool([{ ...text('x'), NumberAttributeConstraints: { MinValue: '1' } }])

  expect(schema.at(-1)).not.toHaveProperty('NumberAttributeConstraints')
})

test('attributes that are added later cannot be there already', () => {
  expect(() => withCustomAttributes(schemaOfNewPool([text('x')]), [text('x')])).toThrow(
    'Duplicate custom attribute names custom:x are not allowed in a user pool schema.',
  )
})
