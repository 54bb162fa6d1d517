import type { CreateTermsRequest } from '@cognate/wire/user-pools.ts'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { poolsOfOthers } from '../../../testing/pools-of-others.ts'
import { refusedWith } from '../../../testing/refused-with.ts'
import { testWorld } from '../../../testing/world.ts'

const here = await testWorld()
const { call, clock, world } = here
afterAll(() => here[Symbol.asyncDispose]())

let UserPoolId = ''
let ClientId = ''
beforeEach(async () => {
  UserPoolId = (await call('CreateUserPool', { PoolName: 'p' })).UserPool?.Id ?? ''
  ClientId = await newClient()
})

const newClient = async () =>
  (await call('CreateUserPoolClient', { UserPoolId, ClientName: 'c' })).UserPoolClient?.ClientId ?? ''
const document = {
  TermsName: 'terms-of-use',
  TermsSource: 'LINK',
  Enforcement: 'NONE',
  Links: { 'cognito:default': 'https://example.com/terms', 'cognito:german': 'https://example.com/agb' },
} as const
const create = async (members: Partial<CreateTermsRequest> = {}) =>
  (await call('CreateTerms', { UserPoolId, ClientId, ...document, ...members })).Terms
const described = async (TermsId = '') => (await call('DescribeTerms', { UserPoolId, TermsId })).Terms
const byClient = async (TermsName: string = document.TermsName) =>
  (await call('DescribeTermsByClient', { UserPoolId, ClientId, TermsName })).Terms
const unknown = '11111111-1111-4111-8111-111111111111'

test('terms are described as they were made, by their id and by their client', async () => {
  const now = clock.now() / 1000
  const made = await create()
  expect(made).toEqual({
    TermsId: expect.stringMatching(/^[\da-f-]{36}$/),
    UserPoolId,
    ClientId,
    ...document,
    CreationDate: now,
    LastModifiedDate: now,
  })
  expect(await described(made?.TermsId)).toEqual(made)
  expect(await byClient()).toEqual(made)
})

test('what an update does not name stays, and a new name is the one they are found by', async () => {
  const made = await create()
  clock.advance(1000)
  const Links = { 'cognito:default': 'http://example.com/new' }
  const where = { UserPoolId, TermsId: made?.TermsId ?? '' }
  const changed = { ...made, Links, LastModifiedDate: clock.now() / 1000 }
  expect((await call('UpdateTerms', { ...where, Links })).Terms).toEqual(changed)
  const TermsName = 'privacy-policy'
  expect((await call('UpdateTerms', { ...where, TermsName })).Terms).toEqual({ ...changed, TermsName })
  expect(await byClient(TermsName)).toEqual({ ...changed, TermsName })
  expect(await refusedWith(byClient())).toBe(
    `ResourceNotFoundException: User pool client ${ClientId} has no terms terms-of-use.`,
  )
  expect(await refusedWith(create())).toBe('not refused')
})

test('deleted terms are gone, and their name free for others', async () => {
  const { TermsId = '' } = (await create()) ?? {}
  expect(await call('DeleteTerms', { UserPoolId, TermsId })).toEqual({})
  expect(await refusedWith(described(TermsId))).toBe(`ResourceNotFoundException: Terms ${TermsId} do not exist.`)
  expect(await refusedWith(byClient())).toMatch(/^ResourceNotFoundException: /)
  expect(await refusedWith(create())).toBe('not refused')
})

test('they go with their client', async () => {
  const { TermsId } = (await create()) ?? {}
  await call('DeleteUserPoolClient', { UserPoolId, ClientId })
  expect(await refusedWith(described(TermsId))).toMatch(/^ResourceNotFoundException: /)
  expect((await world.store.resources.list(UserPoolId, 'TermsOfClient', { limit: 60 })).items).toHaveLength(0)
})

test('terms are listed page by page', async () => {
  const ids = []
  for (const client of [ClientId, await newClient(), await newClient()])
    ids.push((await create({ ClientId: client }))?.TermsId)
  const list = (members = {}) => call('ListTerms', { UserPoolId, ...members })
  const first = await list({ MaxResults: 2 })
  const second = await list({ MaxResults: 2, NextToken: first.NextToken })
  expect(first.Terms).toHaveLength(2)
  expect(new Set([...first.Terms, ...second.Terms].map(({ TermsId }) => TermsId))).toEqual(new Set(ids))
  expect(second).not.toHaveProperty('NextToken')
  expect(first.Terms[0]).toEqual({
    TermsId: expect.any(String),
    TermsName: 'terms-of-use',
    Enforcement: 'NONE',
    CreationDate: clock.now() / 1000,
    LastModifiedDate: clock.now() / 1000,
  })
  expect(await refusedWith(list({ NextToken: 'made-up' }))).toBe('InvalidParameterException: Invalid pagination token.')
})

describe('is refused:', () => {
  test('terms that the client has already, whether making or renaming', async () => {
    const refusal = `TermsExistsException: User pool client ${ClientId} already has terms terms-of-use.`
    await create()
    expect(await refusedWith(create())).toBe(refusal)
    const { TermsId = '' } = (await create({ TermsName: 'privacy-policy' })) ?? {}
    expect(await refusedWith(call('UpdateTerms', { UserPoolId, TermsId, TermsName: 'terms-of-use' }))).toBe(refusal)
    expect(await byClient('privacy-policy')).toMatchObject({ TermsId })
  })

  test('one more than 40 in a pool [D]', async () => {
    for (let n = 0; n < 20; n++) {
      const client = await newClient()
      for (const TermsName of ['terms-of-use', 'privacy-policy']) await create({ ClientId: client, TermsName })
    }
    expect(await refusedWith(create())).toMatch(/^LimitExceededException: /)
  })

  test.each(['javascript:alert(1)', 'example.com', 'https:///path', 'ftp://example.com'])(
    'a link that leads to no page: %s',
    async (link) => {
      const refusal = `InvalidParameterException: ${link} is not a valid URL.`
      const Links = { 'cognito:default': 'https://example.com', 'cognito:french': link }
      expect(await refusedWith(create({ Links }))).toBe(refusal)
      const { TermsId = '' } = (await create()) ?? {}
      expect(await refusedWith(call('UpdateTerms', { UserPoolId, TermsId, Links }))).toBe(refusal)
    },
  )

  test('terms without links', async () => {
    expect(await refusedWith(create({ Links: undefined }))).toBe('InvalidParameterException: Links are required.')
  })
})

describe('is not found:', () => {
  test('unknown terms or client', async () => {
    const where = { UserPoolId, TermsId: unknown }
    const refusal = `ResourceNotFoundException: Terms ${unknown} do not exist.`
    expect(await refusedWith(described(unknown))).toBe(refusal)
    expect(await refusedWith(call('UpdateTerms', where))).toBe(refusal)
    expect(await refusedWith(call('DeleteTerms', where))).toBe(refusal)
    ClientId = 'none'
    const noClient = 'ResourceNotFoundException: User pool client none does not exist.'
    expect(await refusedWith(create())).toBe(noClient)
    expect(await refusedWith(byClient())).toBe(noClient)
  })

  test('whatever is asked of a pool of another account or region', async () => {
    for (const theirs of await poolsOfOthers(here)) {
      const where = { UserPoolId: theirs, TermsId: unknown }
      const calls = [
        call('CreateTerms', { UserPoolId: theirs, ClientId, ...document }),
        call('DescribeTerms', where),
        call('DescribeTermsByClient', { UserPoolId: theirs, ClientId, TermsName: 'terms-of-use' }),
        call('UpdateTerms', where),
        call('DeleteTerms', where),
        call('ListTerms', { UserPoolId: theirs }),
      ]
      for (const one of calls)
        expect(await refusedWith(one)).toBe(`ResourceNotFoundException: User pool ${theirs} does not exist.`)
    }
  })
})
