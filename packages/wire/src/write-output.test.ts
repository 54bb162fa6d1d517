import { describe, expect, it } from 'vitest'
import { userPools } from './user-pools-service.ts'
import { writeOutput } from './write-output.ts'

const { AdminAddUserToGroup, DescribeUserPool, ListUsers, SignUp, StartWebAuthnRegistration } = userPools.operations
const noon = new Date('2026-11-20T12:00:00.123Z')

describe('an output', () => {
  it('carries timestamps as epoch seconds with a fraction [D]', () => {
    const user = { Username: 'ann', UserCreateDate: noon, UserLastModifiedDate: new Date(0), Enabled: false }
    expect(writeOutput(ListUsers, { Users: [user] })).toBe(
      '{"Users":[{"Username":"ann","UserCreateDate":1795176000.123,"UserLastModifiedDate":0,"Enabled":false}]}',
    )
  })

  it('leaves out what is undefined', () => {
    const output = { UserConfirmed: false, UserSub: 'x', Session: undefined }
    expect(writeOutput(SignUp, output)).toBe('{"UserConfirmed":false,"UserSub":"x"}')
  })

  it('never carries a member that the model does not name, at any depth', () => {
    const user = { Username: 'ann', verifier: 'secret' }
    const output = { Users: [user], extra: 1 }
    expect(writeOutput(ListUsers, output)).toBe('{"Users":[{"Username":"ann"}]}')
  })

  it('carries maps and documents as they are', () => {
    const pool = { Id: 'us-east-1_abc', UserPoolTags: { a: 'b' }, CreationDate: noon }
    expect(JSON.parse(writeOutput(DescribeUserPool, { UserPool: pool }))).toEqual({
      UserPool: { ...pool, CreationDate: 1795176000.123 },
    })
    const CredentialCreationOptions = { challenge: 'x', excludeCredentials: [] }
    expect(writeOutput(StartWebAuthnRegistration, { CredentialCreationOptions })).toBe(
      '{"CredentialCreationOptions":{"challenge":"x","excludeCredentials":[]}}',
    )
  })

  it('is an empty object where the operation returns nothing', () => {
    expect(writeOutput(AdminAddUserToGroup, {})).toBe('{}')
  })
})

describe('the check of a response', () => {
  const problems = (json: unknown): readonly string[] => ListUsers.outputProblems(json)

  it('finds nothing wrong with what we write', () => {
    expect(
      problems(JSON.parse(writeOutput(ListUsers, { Users: [{ Username: 'ann', UserCreateDate: noon }] }))),
    ).toEqual([])
  })

  it.each([
    [{ Nonsense: 1 }, ['Nonsense: no such member']],
    [{ Users: [{ Username: 'ann', Passwort: 'x' }] }, ['Users.0.Passwort: no such member']],
    [{ Users: null }, ['Users: null']],
    [{ Users: 'x' }, ['Expected list or null']],
    [{ Users: [{ UserCreateDate: '2026' }] }, ['class java.lang.String can not be converted to an Date']],
  ])('finds %j wrong', (json, expected) => {
    expect(problems(json)).toEqual(expected)
  })

  it('finds missing members', () => {
    expect(SignUp.outputProblems({ UserConfirmed: true })).toEqual(['userSub null: Member must not be null'])
  })
})
