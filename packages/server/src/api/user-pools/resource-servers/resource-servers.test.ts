import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { poolsOfOthers } from '../../../testing/pools-of-others.ts'
import { refusedWith } from '../../../testing/refused-with.ts'
import { testWorld } from '../../../testing/world.ts'

const here = await testWorld()
const { call, clock } = here
let UserPoolId = ''
beforeEach(async () => {
  UserPoolId = (await call('CreateUserPool', { PoolName: 'p' })).UserPool?.Id ?? ''
})
afterAll(() => here[Symbol.asyncDispose]())

const read = { ScopeName: 'read', ScopeDescription: 'See photos' }
const write = { ScopeName: 'write', ScopeDescription: 'Change photos' }
const photos = { Identifier: 'https://photos.example.com', Name: 'Photos', Scopes: [read, write] }
const create = (members = {}) => call('CreateResourceServer', { UserPoolId, ...photos, ...members })
const found = (Identifier = photos.Identifier) => call('DescribeResourceServer', { UserPoolId, Identifier })
const client = (AllowedOAuthScopes: readonly string[], flow: 'code' | 'client_credentials' = 'code') =>
  call('CreateUserPoolClient', {
    UserPoolId,
    ClientName: 'c',
    GenerateSecret: true,
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: [flow],
    AllowedOAuthScopes,
    CallbackURLs: ['https://example.com'],
  })

test('a resource server is given back as it was made, replaced as a whole, and gone once deleted', async () => {
  const made = { ResourceServer: { UserPoolId, ...photos } }
  expect(await create()).toEqual(made)
  expect(await found()).toEqual(made)
  clock.advance(1000)
  const replaced = { UserPoolId, Identifier: photos.Identifier, Name: 'Pictures', Scopes: [] }
  expect(await call('UpdateResourceServer', { UserPoolId, Identifier: photos.Identifier, Name: 'Pictures' })).toEqual({
    ResourceServer: replaced,
  })
  expect(await found()).toEqual({ ResourceServer: replaced })
  expect(await call('DeleteResourceServer', { UserPoolId, Identifier: photos.Identifier })).toEqual({})
  expect(await refusedWith(found())).toBe(
    'ResourceNotFoundException: Resource server https://photos.example.com does not exist.',
  )
})

test('resource servers are listed page by page', async () => {
  for (const Identifier of ['c', 'a', 'b']) await create({ Identifier })
  const list = (members = {}) => call('ListResourceServers', { UserPoolId, ...members })
  const names = (answer: Awaited<ReturnType<typeof list>>) => answer.ResourceServers.map(({ Identifier }) => Identifier)
  const first = await list({ MaxResults: 2 })
  const second = await list({ MaxResults: 2, NextToken: first.NextToken })
  expect([names(first), names(second), second.NextToken]).toEqual([['a', 'b'], ['c'], undefined])
  expect(names(await list())).toEqual(['a', 'b', 'c'])
  const other = (await call('CreateUserPool', { PoolName: 'other' })).UserPool?.Id
  expect(await refusedWith(list({ UserPoolId: other, NextToken: first.NextToken }))).toBe(
    'InvalidParameterException: Invalid pagination token.',
  )
})

describe('is refused:', () => {
  test('an identifier that is taken [O]', async () => {
    await create()
    expect(await refusedWith(create())).toBe(
      `InvalidParameterException: https://photos.example.com already exists in user pool ${UserPoolId}.`,
    )
  })

  test.each(['aws.cognito', 'aws.cognito/dcr', 'AWS.cognito.signin'])(
    'an identifier of the service: %s',
    async (Identifier) => {
      expect(await refusedWith(create({ Identifier }))).toBe(
        `InvalidParameterException: The identifier ${Identifier} is reserved.`,
      )
    },
  )

  test('a scope twice, whether making or replacing', async () => {
    const refusal = 'InvalidParameterException: Scope read is defined more than once.'
    expect(await refusedWith(create({ Scopes: [read, write, read] }))).toBe(refusal)
    await create()
    expect(await refusedWith(call('UpdateResourceServer', { UserPoolId, ...photos, Scopes: [read, read] }))).toBe(
      refusal,
    )
  })

  test('one more than 25 [D]', async () => {
    for (let n = 0; n < 25; n++) await create({ Identifier: `server-${n}` })
    expect(await refusedWith(create())).toMatch(/^LimitExceededException: /)
    await call('DeleteResourceServer', { UserPoolId, Identifier: 'server-7' })
    expect(await refusedWith(create())).toBe('not refused')
  })

  test('changing or deleting what is not there', async () => {
    const refusal = 'ResourceNotFoundException: Resource server none does not exist.'
    expect(await refusedWith(call('UpdateResourceServer', { UserPoolId, Identifier: 'none', Name: 'n' }))).toBe(refusal)
    expect(await refusedWith(call('DeleteResourceServer', { UserPoolId, Identifier: 'none' }))).toBe(refusal)
  })

  test('whatever is asked of a pool of another account or region', async () => {
    for (const theirs of await poolsOfOthers(here)) {
      const where = { UserPoolId: theirs, Identifier: 'a' }
      const calls = [
        call('CreateResourceServer', { ...where, Name: 'n' }),
        call('DescribeResourceServer', where),
        call('UpdateResourceServer', { ...where, Name: 'n' }),
        call('DeleteResourceServer', where),
        call('ListResourceServers', { UserPoolId: theirs }),
      ]
      for (const one of calls)
        expect(await refusedWith(one)).toBe(`ResourceNotFoundException: User pool ${theirs} does not exist.`)
    }
  })
})

describe('a client may name', () => {
  test('a scope that a resource server defines, for users and for itself', async () => {
    await create()
    const scopes = ['openid', 'https://photos.example.com/read']
    expect((await client(scopes)).UserPoolClient?.AllowedOAuthScopes).toEqual(scopes)
    expect(await refusedWith(client(['https://photos.example.com/write'], 'client_credentials'))).toBe('not refused')
  })

  test('no scope that its server does not define, or of a server that is not there or elsewhere', async () => {
    await create()
    const refusal = (scope: string) => `ScopeDoesNotExistException: Invalid scope requested: ${scope}`
    for (const scope of ['https://photos.example.com/delete', 'https://photos.example.com', 'none/read', 'read'])
      expect(await refusedWith(client([scope]))).toBe(refusal(scope))
    UserPoolId = (await call('CreateUserPool', { PoolName: 'other' })).UserPool?.Id ?? ''
    const scope = 'https://photos.example.com/read'
    expect(await refusedWith(client([scope]))).toBe(refusal(scope))
  })

  test('no scope of users beside those of its own', async () => {
    await create()
    expect(await refusedWith(client(['https://photos.example.com/read', 'openid'], 'client_credentials'))).toBe(
      'InvalidOAuthFlowException: openid is not supported with client_credentials flow',
    )
  })

  test('a scope that is deleted later, which leaves the client as it is until it is replaced [O]', async () => {
    await create()
    const scopes = ['https://photos.example.com/read']
    const { ClientId = '' } = (await client(scopes)).UserPoolClient ?? {}
    await call('DeleteResourceServer', { UserPoolId, Identifier: photos.Identifier })
    const { UserPoolClient } = await call('DescribeUserPoolClient', { UserPoolId, ClientId })
    expect(UserPoolClient?.AllowedOAuthScopes).toEqual(scopes)
    expect(await refusedWith(call('UpdateUserPoolClient', { UserPoolId, ClientId, AllowedOAuthScopes: scopes }))).toBe(
      'ScopeDoesNotExistException: Invalid scope requested: https://photos.example.com/read',
    )
  })
})
