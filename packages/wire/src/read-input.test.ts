import { describe, expect, it } from 'vitest'
import { readInput } from './read-input.ts'
import { refusalOf } from './testing/refusal-of.ts'
import { userPools } from './user-pools-service.ts'
import type { Contract } from './contract.ts'

const { CompleteWebAuthnRegistration, InitiateAuth, ListUsers, SetUICustomization, SignUp } = userPools.operations
const person = { ClientId: 'abc123', Username: 'ann', Password: 'Secret123!' }
const one = 'InvalidParameterException: 1 validation error detected: '
const failed = 'failed to satisfy constraint: Member must'

const read = <Input>(contract: Contract<Input, never>, json: unknown): Input =>
  readInput(contract, Buffer.from(typeof json === 'string' ? json : JSON.stringify(json)))

describe('an input', () => {
  it('is read member by member', () => {
    const attributes = [{ Name: 'email', Value: 'ann@example.com' }]
    expect(read(SignUp, { ...person, UserAttributes: attributes })).toEqual({ ...person, UserAttributes: attributes })
  })

  it('leaves out members that are null, and null in lists and maps [O]', () => {
    expect(read(SignUp, { ...person, SecretHash: null })).toEqual(person)
    expect(read(ListUsers, { UserPoolId: 'us-east-1_abc', AttributesToGet: ['email', null] })).toEqual({
      UserPoolId: 'us-east-1_abc',
      AttributesToGet: ['email'],
    })
    const parameters = { USERNAME: 'ann', DEVICE_KEY: null }
    const input = read(InitiateAuth, { AuthFlow: 'USER_AUTH', ClientId: 'abc', AuthParameters: parameters })
    expect(input.AuthParameters).toEqual({ USERNAME: 'ann' })
  })

  it('leaves out members that the model does not know', () => {
    expect(read(SignUp, { ...person, Extra: { deep: [1] } })).toEqual(person)
  })

  it('takes the last of two members with one name', () => {
    expect(read(SignUp, '{"ClientId":"a","Username":"x","Username":"y"}')).toEqual({ ClientId: 'a', Username: 'y' })
  })

  it('is not changed by keys that mean something to JavaScript', () => {
    const polluted = '{"__proto__":{"Password":"x"},"ClientId":"a","Username":"x","ClientMetadata":{"__proto__":"y"}}'
    const input = read(SignUp, polluted)
    expect(input.Password).toBeUndefined()
    expect(Object.getPrototypeOf(input)).toBe(Object.prototype)
    expect(Object.entries(input.ClientMetadata ?? {})).toEqual([['__proto__', 'y']])
    expect(input.ClientMetadata?.['constructor']).toBeUndefined()
  })

  it('keeps documents as they came', () => {
    const Credential = { id: 'x', response: { nested: [1, null, true] } }
    expect(read(CompleteWebAuthnRegistration, { AccessToken: 'a.b', Credential }).Credential).toEqual(Credential)
  })

  it('has its fractions cut off where an integer is asked for [O]', () => {
    expect(read(ListUsers, { UserPoolId: 'us-east-1_abc', Limit: 5.9 }).Limit).toBe(5)
  })

  it('may hold a password with inner spaces [D]', () => {
    expect(read(SignUp, { ...person, Password: 'correct horse' }).Password).toBe('correct horse')
  })

  it('counts a string in UTF-16 units, as Java does', () => {
    expect(read(SignUp, { ...person, Username: '😀'.repeat(64) }).Username).toHaveLength(128)
    expect(refusalOf(SignUp, { ...person, Username: '😀'.repeat(65) })).toBe(
      `${one}Value at 'username' ${failed} have length less than or equal to 128`,
    )
  })

  it('may hold a blob whose bytes, not its base64 text, are within the bound', () => {
    const ImageFile = Buffer.alloc(131_072).toString('base64')
    expect(read(SetUICustomization, { UserPoolId: 'us-east-1_abc', ImageFile }).ImageFile).toBe(ImageFile)
    const more = { UserPoolId: 'us-east-1_abc', ImageFile: Buffer.alloc(131_073).toString('base64') }
    expect(refusalOf(SetUICustomization, more)).toBe(
      `${one}Value at 'imageFile' ${failed} have length less than or equal to 131072`,
    )
  })
})
