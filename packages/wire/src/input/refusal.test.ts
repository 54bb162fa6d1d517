import { describe, expect, it } from 'vitest'
import { identityPools } from '../identity-pools-service.ts'
import { refusalOf } from '../testing/refusal-of.ts'
import { userPools } from '../user-pools-service.ts'

const {
  AdminInitiateAuth,
  ConfirmForgotPassword,
  ConfirmSignUp,
  CreateTerms,
  CreateUserPool,
  CreateUserPoolClient,
  ForgotPassword,
  ListUsers,
  SignUp,
} = userPools.operations
const person = { ClientId: 'abc123', Username: 'ann', Password: 'Secret123!' }
const one = 'InvalidParameterException: 1 validation error detected: '
const failed = 'failed to satisfy constraint: Member must'

describe('a broken constraint', () => {
  it('is told for a missing or null member [O]', () => {
    expect(refusalOf(SignUp, { Username: 'ann' })).toBe(`${one}Value null at 'clientId' ${failed} not be null`)
    expect(refusalOf(SignUp, { ...person, ClientId: null })).toBe(
      `${one}Value null at 'clientId' ${failed} not be null`,
    )
  })

  it('is told together with all others, in the order of the model [O]', () => {
    const message =
      `InvalidParameterException: 4 validation errors detected: Value 'a b' at 'clientId' ${failed} satisfy regular expression pattern: [\\w+]+; ` +
      `Value null at 'username' ${failed} not be null; ` +
      `Value '' at 'confirmationCode' ${failed} have length greater than or equal to 1; ` +
      `Value '' at 'confirmationCode' ${failed} satisfy regular expression pattern: [\\S]+`
    const json = { ClientId: 'a b', ConfirmationCode: '' }
    expect(refusalOf(ConfirmSignUp, json)).toBe(message)
  })

  it('shows the value, except a sensitive one [O]', () => {
    const json = { ClientId: 'us-east-1_abc-', Username: 'a b' }
    const message =
      `2 validation errors detected: Value 'us-east-1_abc-' at 'clientId' ${failed} satisfy regular expression pattern: [\\w+]+; ` +
      `Value at 'username' ${failed} satisfy regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+`
    expect(refusalOf(ForgotPassword, json)).toBe(`InvalidParameterException: ${message}`)
  })

  it('never shows a password', () => {
    const recovery = { ClientId: 'abc123', Username: 'ann', ConfirmationCode: '123456', Password: '' }
    expect(refusalOf(ConfirmForgotPassword, recovery)).toBe(
      `${one}Value at 'password' ${failed} satisfy regular expression pattern: [\\S]+`,
    )
    const long = { ...person, Password: 'Secret'.repeat(50) }
    expect(refusalOf(SignUp, long)).toBe(`${one}Value at 'password' ${failed} have length less than or equal to 256`)
  })

  it('is none in a blank password where that means none [D]', () => {
    expect(refusalOf(SignUp, { ...person, Password: '' })).toBe('accepted')
  })

  it('is told of the length alone where a value is far too long to look at its form', () => {
    const tooLong = `Value at 'username' ${failed} have length less than or equal to 128`
    const form = `Value at 'username' ${failed} satisfy regular expression pattern`
    expect(refusalOf(SignUp, { ...person, Username: ' '.repeat(129) })).toContain(`${tooLong}; ${form}`)
    expect(refusalOf(SignUp, { ...person, Username: ' '.repeat(100_000) })).toBe(one + tooLong)
  })

  it('never shows anything of a sensitive map', () => {
    const AuthParameters = { PASSWORD: 'p'.repeat(131_073) }
    const json = { UserPoolId: 'us-east-1_abc', ClientId: 'a', AuthFlow: 'CUSTOM_AUTH', AuthParameters }
    expect(refusalOf(AdminInitiateAuth, json)).toContain(`${one}Value at 'authParameters' failed`)
  })

  it('is written out only so often, and a hostile list is not read to its end', () => {
    const UserAttributes = Array.from({ length: 100_000 }, () => ({}))
    const message = refusalOf(SignUp, { ...person, UserAttributes })
    expect(message).toMatch(/^InvalidParameterException: 100\d validation errors detected: /)
    expect(message.length).toBeLessThan(5000)
  })
})

describe('a broken constraint on a number or an enum', () => {
  it('is told for a number out of range', () => {
    const json = { UserPoolId: 'us-east-1_abc', Limit: 61 }
    expect(refusalOf(ListUsers, json)).toBe(`${one}Value '61' at 'limit' ${failed} have value less than or equal to 60`)
    expect(refusalOf(ListUsers, { ...json, Limit: -1 })).toBe(
      `${one}Value '-1' at 'limit' ${failed} have value greater than or equal to 0`,
    )
  })

  it('is told for a value outside an enum [O]', () => {
    const json = { PoolName: 'pool', MfaConfiguration: 'MAYBE' }
    expect(refusalOf(CreateUserPool, json)).toBe(
      `${one}Value 'MAYBE' at 'mfaConfiguration' ${failed} satisfy enum value set: [OFF, ON, OPTIONAL]`,
    )
  })
})

describe('a broken constraint within a collection', () => {
  it('names the place in a list, counted from 1 [O]', () => {
    const UserAttributes = [{ Name: 'email' }, { Name: 'x'.repeat(33) }]
    const place = `Value '${'x'.repeat(33)}' at 'userAttributes.2.member.name'`
    expect(refusalOf(SignUp, { ...person, UserAttributes })).toBe(
      `${one}${place} ${failed} have length less than or equal to 32`,
    )
  })

  it('is told once for all simple elements of a list [O]', () => {
    const json = { UserPoolId: 'us-east-1_abc', ClientName: 'web', AllowedOAuthFlows: ['code', 'x', 'y'] }
    const rule = `satisfy constraint: [Member must satisfy enum value set: [code, implicit, client_credentials]]`
    expect(refusalOf(CreateUserPoolClient, json)).toBe(
      `${one}Value '[code, x, y]' at 'allowedOAuthFlows' ${failed} ${rule}`,
    )
  })

  it('is told once for all keys and once for all values of a map [O]', () => {
    const bounds = (max: number): string =>
      `[Member must have length less than or equal to ${max}, Member must have length greater than or equal to `
    const json = { PoolName: 'pool', UserPoolTags: { '': 'x'.repeat(257) } }
    const value = `Value '{=${'x'.repeat(254)}…' at 'userPoolTags'`
    const message =
      `2 validation errors detected: ${value} failed to satisfy constraint: Map keys must satisfy constraint: ${bounds(128)}1]; ` +
      `${value} failed to satisfy constraint: Map value must satisfy constraint: ${bounds(256)}0]`
    expect(refusalOf(CreateUserPool, json)).toBe(`InvalidParameterException: ${message}`)
  })

  it('is told for too many or too few entries', () => {
    const terms = { UserPoolId: 'us-east-1_abc', ClientId: 'a', TermsName: 'privacy-policy', TermsSource: 'LINK' }
    const json = { ...terms, Enforcement: 'NONE', Links: {} }
    expect(refusalOf(CreateTerms, json)).toBe(
      `${one}Value '{}' at 'links' ${failed} have length greater than or equal to 1`,
    )
  })
})

it('broken constraints are a ValidationException of identity pools [O]', () => {
  const rule = 'satisfy regular expression pattern: [\\w-]+:[0-9a-f-]+'
  const message = `1 validation error detected: Value 'us-east-1_abc' at 'identityPoolId' ${failed} ${rule}`
  expect(refusalOf(identityPools.operations.GetId, { IdentityPoolId: 'us-east-1_abc' })).toBe(
    `ValidationException: ${message}`,
  )
})
