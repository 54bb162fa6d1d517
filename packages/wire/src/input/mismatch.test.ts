import { describe, expect, it } from 'vitest'
import { readInput } from '../read-input.ts'
import { refusalOf } from '../testing/refusal-of.ts'
import { userPools } from '../user-pools-service.ts'

const { AdminCreateUser, CompleteWebAuthnRegistration, ListUsers, SetUICustomization, SignUp } = userPools.operations
const person = { ClientId: 'abc123', Username: 'ann', Password: 'Secret123!' }

describe('a body that cannot be read', () => {
  it.each(['', '{', 'null x', '{"ClientId":"a",}', '{} {}', '\uFEFF{}'])(
    'is refused when it is not JSON: %j',
    (body) => {
      expect(refusalOf(SignUp, body)).toBe('SerializationException: The request body is not valid JSON.')
    },
  )

  it('is refused when it is not UTF-8', () => {
    const body = Buffer.concat([Buffer.from('{"ClientId":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')])
    expect(() => readInput(SignUp, body)).toThrow('The request body is not valid UTF-8.')
  })

  it('is never quoted in the refusal', () => {
    expect(refusalOf(SignUp, '{"Password":Secret123!}')).not.toContain('Secret')
  })

  it.each(['null', '"x"', '1', 'true'])('is refused when it is no object: %s', (body) => {
    expect(refusalOf(SignUp, body)).toBe('SerializationException: The request body is not a JSON object.')
  })

  it('is refused when it is a list [O]', () => {
    expect(refusalOf(SignUp, [])).toBe('SerializationException: Start of list found where not expected')
  })

  it('is refused for its types before any constraint is looked at', () => {
    const message = 'class java.lang.Integer can not be converted to an String'
    expect(refusalOf(SignUp, { ClientId: '', Username: 1 })).toBe(`SerializationException: ${message}`)
  })
})

describe('a value of the wrong type', () => {
  it.each([
    ['an integer for a string [O]', { Username: 7 }, 'class java.lang.Integer can not be converted to an String'],
    ['a large integer for a string', { Username: 2 ** 40 }, 'class java.lang.Long can not be converted to an String'],
    ['a fraction for a string', { Username: 1.5 }, 'class java.lang.Double can not be converted to an String'],
    ['a boolean for a string [O]', { Username: true }, 'class java.lang.Boolean can not be converted to an String'],
    ['an object for a string [O]', { Username: {} }, 'Start of structure or map found where not expected.'],
    ['a list for a string [O]', { Username: [] }, 'Start of list found where not expected'],
    ['an object for a list [O]', { UserAttributes: {} }, 'Start of structure or map found where not expected.'],
    ['a string for a list [O]', { UserAttributes: 'x' }, 'Expected list or null'],
    ['a string for a map [O]', { ClientMetadata: 'x' }, 'Expected map or null'],
    ['a list for a map', { ClientMetadata: [] }, 'Start of list found where not expected'],
    ['a string for a structure [O]', { AnalyticsMetadata: 'x' }, 'Expected null'],
    ['a list for a structure', { AnalyticsMetadata: [] }, 'Start of list found where not expected'],
    [
      'a number within a list',
      { UserAttributes: [{ Name: 1 }] },
      'class java.lang.Integer can not be converted to an String',
    ],
    [
      'a number within a map',
      { ClientMetadata: { a: 1 } },
      'class java.lang.Integer can not be converted to an String',
    ],
    ['an unpaired surrogate', { Username: '\uD800' }, 'A string holds a character that is not valid text.'],
    ['a NUL', { Username: 'a\0' }, 'A string holds a character that is not valid text.'],
    ['a NUL in a key', { ClientMetadata: { 'a\0': 'b' } }, 'A string holds a character that is not valid text.'],
  ])('is refused: %s', (_, members, message) => {
    expect(refusalOf(SignUp, { ...person, ...members })).toBe(`SerializationException: ${message}`)
  })

  it.each([
    ['a string', '5', 'class java.lang.String can not be converted to an Integer'],
    ['a boolean', true, 'class java.lang.Boolean can not be converted to an Integer'],
    ['an integer beyond 32 bits', 2 ** 31, 'class java.lang.Long can not be converted to an Integer'],
    ['a huge number', 1e300, 'class java.lang.Long can not be converted to an Integer'],
  ])('is refused: %s for an integer', (_, Limit, message) => {
    expect(refusalOf(ListUsers, { UserPoolId: 'us-east-1_abc', Limit })).toBe(`SerializationException: ${message}`)
  })

  it('is refused: a string for a boolean', () => {
    const json = { UserPoolId: 'us-east-1_abc', Username: 'ann', ForceAliasCreation: 'true' }
    expect(refusalOf(AdminCreateUser, json)).toBe(
      'SerializationException: class java.lang.String can not be converted to an Boolean',
    )
  })

  it.each(['a', 'a===', 'ab*=', 'ab c'])('is refused: a blob that is not base64, %s', (ImageFile) => {
    const message = 'class java.lang.String can not be converted to an Blob'
    expect(refusalOf(SetUICustomization, { UserPoolId: 'us-east-1_abc', ImageFile })).toBe(
      `SerializationException: ${message}`,
    )
  })
})

describe('nesting', () => {
  it('is refused in a document when it is too deep', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)
    const body = (depth: number): string => `{"AccessToken":"a","Credential":${nested(depth)}}`
    expect(refusalOf(CompleteWebAuthnRegistration, body(30))).toBe('accepted')
    expect(refusalOf(CompleteWebAuthnRegistration, body(100_000))).toBe(
      'SerializationException: A document is nested deeper than 32.',
    )
  })

  it('is ignored in a member that the model does not know', () => {
    const deep = '['.repeat(50_000) + ']'.repeat(50_000)
    expect(refusalOf(SignUp, `{"ClientId":"a","Username":"b","X":${deep}}`)).toBe('accepted')
  })
})
