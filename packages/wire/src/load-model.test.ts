import { describe, expect, it } from 'vitest'
import { loadModel } from './load-model.ts'
import { userPools } from './user-pools-service.ts'
import type { MemberModel } from './model.ts'

describe.each([
  ['cognito-idp', 140],
  ['cognito-identity', 23],
  ['kms', 22],
] as const)('the model of %s', (service, count) => {
  const model = loadModel(service)
  const structures = [
    ...Object.values(model.shapes),
    ...Object.values(model.operations).flatMap(({ input, output }) => [input, output ?? {}]),
  ]

  const withInner = (member: MemberModel): readonly MemberModel[] =>
    [member.element, member.key, member.value].reduce<readonly MemberModel[]>(
      (all, inner) => (inner === undefined ? all : [...all, ...withInner(inner)]),
      [member],
    )
  const members = structures.flatMap((structure) => Object.values(structure)).flatMap(withInner)

  it(`has all ${count} operations`, () => {
    expect(Object.keys(model.operations)).toHaveLength(count)
  })

  it('refers only to shapes, enums and errors that it has', () => {
    const unknown = members.filter(
      ({ shape, enum: name }) =>
        (shape !== undefined && !(shape in model.shapes)) || (name !== undefined && !(name in model.enums)),
    )
    expect(unknown).toEqual([])
    const errors = Object.values(model.operations).flatMap((operation) => operation.errors)
    expect(errors.filter((error) => !(error in model.errors))).toEqual([])
  })

  it('names no member like something every object inherits', () => {
    const names = structures.flatMap((structure) => Object.keys(structure))
    expect(names.filter((name) => name in Object.prototype)).toEqual([])
  })
})

describe('the contracts of a service', () => {
  it('say who may call', () => {
    const { SignUp, GetClientToken, GetUser, AssociateSoftwareToken, CreateUserPool } = userPools.operations
    expect(SignUp.caller).toBe('anyone')
    expect(GetClientToken.caller).toBe('anyone')
    expect(GetUser.caller).toBe('user')
    expect(AssociateSoftwareToken.caller).toBe('user-or-session')
    expect(CreateUserPool.caller).toBe('operator')
  })

  it('say which errors are declared', () => {
    expect(userPools.operations.SignUp.errors).toContain('UsernameExistsException')
  })

  it('do not exist for names that every object inherits', () => {
    expect('constructor' in userPools.operations).toBe(false)
    expect('__proto__' in userPools.operations).toBe(false)
  })
})
