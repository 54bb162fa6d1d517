import type { AssetType, CreateManagedLoginBrandingRequest } from '@cognate/wire/user-pools.ts'
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
const asset = (over: Partial<AssetType> = {}): AssetType => ({
  Category: 'FORM_LOGO',
  ColorMode: 'LIGHT',
  Extension: 'PNG',
  Bytes: 'aW1hZ2U=',
  ...over,
})
const Settings = { components: { form: { radius: 8, list: [1, null] } }, categories: { global: true } }
const create = async (members: Partial<CreateManagedLoginBrandingRequest> = {}) =>
  (await call('CreateManagedLoginBranding', { UserPoolId, ClientId, ...members })).ManagedLoginBranding ?? {}
const described = async (ManagedLoginBrandingId = '') =>
  (await call('DescribeManagedLoginBranding', { UserPoolId, ManagedLoginBrandingId })).ManagedLoginBranding
const byClient = async () =>
  (await call('DescribeManagedLoginBrandingByClient', { UserPoolId, ClientId })).ManagedLoginBranding
const update = async (ManagedLoginBrandingId = '', members = {}) =>
  (await call('UpdateManagedLoginBranding', { UserPoolId, ManagedLoginBrandingId, ...members })).ManagedLoginBranding
const unknown = '11111111-1111-4111-8111-111111111111'
const notFound = `ResourceNotFoundException: Managed login branding ${unknown} does not exist.`
const invalid = (message: string) => `InvalidParameterException: ${message}`

test('a style is described as it was made, by its id and by its client', async () => {
  const now = clock.now() / 1000
  const made = await create({ Settings, Assets: [asset()] })
  expect(made).toEqual({
    ManagedLoginBrandingId: expect.stringMatching(/^[\da-f-]{36}$/),
    UserPoolId,
    UseCognitoProvidedValues: false,
    Settings,
    Assets: [asset()],
    CreationDate: now,
    LastModifiedDate: now,
  })
  expect(await described(made.ManagedLoginBrandingId)).toEqual(made)
  expect(await byClient()).toEqual(made)
})

test('the service’s own look has no settings, and a list of no assets [O]', async () => {
  const made = await create({ UseCognitoProvidedValues: true })
  expect(made).toMatchObject({ UseCognitoProvidedValues: true, Assets: [] })
  expect(made).not.toHaveProperty('Settings')
})

test('what an update does not name stays, within the settings too [D]', async () => {
  const dark = asset({ ColorMode: 'DARK' })
  const { ManagedLoginBrandingId: id, ...made } = await create({ Settings, Assets: [asset(), dark] })
  clock.advance(1000)
  const LastModifiedDate = clock.now() / 1000
  const newer = asset({ Bytes: 'bmV3' })
  expect(await update(id, { Assets: [newer] })).toEqual({
    ...made,
    ManagedLoginBrandingId: id,
    Assets: [dark, newer],
    LastModifiedDate,
  })
  const changes = { components: { form: { radius: 2, list: [3] } }, added: 'x', __proto__own: {} }
  expect(await update(id, { Settings: changes })).toMatchObject({
    Settings: { ...Settings, ...changes },
    Assets: [dark, newer],
  })
  expect((await described(id))?.Settings).toMatchObject({ categories: { global: true } })
})

test('an update goes over to the service’s own look, and back', async () => {
  const { ManagedLoginBrandingId: id } = await create({ Settings, Assets: [asset()] })
  const own = await update(id, { UseCognitoProvidedValues: true })
  expect(own).toMatchObject({ UseCognitoProvidedValues: true, Assets: [] })
  expect(own).not.toHaveProperty('Settings')
  expect(await update(id)).toMatchObject({ UseCognitoProvidedValues: true })
  expect(await update(id, { Settings })).toMatchObject({ UseCognitoProvidedValues: false, Settings })
})

test('a name that means something to JavaScript is a setting like any other', async () => {
  const { ManagedLoginBrandingId: id } = await create({ Settings: { a: 1 } })
  await update(id, { Settings: JSON.parse('{"__proto__":{"polluted":1},"constructor":{"b":2}}') as object })
  const text = JSON.stringify((await described(id))?.Settings)
  expect(text).toBe('{"a":1,"__proto__":{"polluted":1},"constructor":{"b":2}}')
  expect({}).not.toHaveProperty('polluted')
})

test('a deleted style is gone, and its client free for another', async () => {
  const { ManagedLoginBrandingId = '' } = await create()
  expect(await call('DeleteManagedLoginBranding', { UserPoolId, ManagedLoginBrandingId })).toEqual({})
  expect(await refusedWith(described(ManagedLoginBrandingId))).toMatch(/^ResourceNotFoundException: /)
  expect(await refusedWith(byClient())).toBe(
    `ResourceNotFoundException: User pool client ${ClientId} has no managed login branding.`,
  )
  expect(await refusedWith(create())).toBe('not refused')
})

test('it goes with its client', async () => {
  const { ManagedLoginBrandingId } = await create()
  await call('DeleteUserPoolClient', { UserPoolId, ClientId })
  expect(await refusedWith(described(ManagedLoginBrandingId))).toMatch(/^ResourceNotFoundException: /)
  expect(await world.store.resources.find(UserPoolId, 'BrandingOfClient', ClientId)).toBeUndefined()
})

test('of a client that is deleted while it gets a style, nothing is left', async () => {
  await Promise.all([refusedWith(create()), call('DeleteUserPoolClient', { UserPoolId, ClientId })])
  expect((await world.store.resources.list(UserPoolId, 'ManagedLoginBranding', { limit: 60 })).items).toHaveLength(0)
  expect((await world.store.resources.list(UserPoolId, 'BrandingOfClient', { limit: 60 })).items).toHaveLength(0)
})

describe('is refused:', () => {
  test('a second style for a client, also at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => refusedWith(create())))
    expect(outcomes.filter((outcome) => outcome === 'not refused')).toHaveLength(1)
    expect(await refusedWith(create())).toBe(
      `ManagedLoginBrandingExistsException: User pool client ${ClientId} already has a branding style.`,
    )
    expect((await world.store.resources.list(UserPoolId, 'ManagedLoginBranding', { limit: 60 })).items).toHaveLength(1)
  })

  test('one more than 20 in a pool [D]', async () => {
    for (let n = 0; n < 20; n++) await create({ ClientId: await newClient() })
    expect(await refusedWith(create())).toMatch(/^LimitExceededException: /)
  })

  test.each([{ Settings: {} }, { Assets: [asset()] }])('the service’s own look beside %j [D]', async (members) => {
    const both = { UseCognitoProvidedValues: true, ...members }
    const refusal = invalid('Settings and Assets must be omitted when UseCognitoProvidedValues is true.')
    expect(await refusedWith(create(both))).toBe(refusal)
    const { ManagedLoginBrandingId } = await create()
    expect(await refusedWith(update(ManagedLoginBrandingId, both))).toBe(refusal)
  })

  test.each(['text', 1, [1]])('settings that are no object: %j', async (value) => {
    expect(await refusedWith(create({ Settings: value }))).toBe(invalid('Settings must be a JSON object.'))
  })

  test('an asset without content, or two for one spot', async () => {
    expect(await refusedWith(create({ Assets: [asset({ Bytes: undefined })] }))).toBe(
      invalid('Each asset needs Bytes or a ResourceId.'),
    )
    expect(await refusedWith(create({ Assets: [asset(), asset({ Extension: 'SVG' })] }))).toBe(
      invalid('There is more than one asset FORM_LOGO for the mode LIGHT.'),
    )
  })
})

describe('is not found:', () => {
  test('an unknown style or client', async () => {
    const where = { UserPoolId, ManagedLoginBrandingId: unknown }
    expect(await refusedWith(described(unknown))).toBe(notFound)
    expect(await refusedWith(call('UpdateManagedLoginBranding', where))).toBe(notFound)
    expect(await refusedWith(call('DeleteManagedLoginBranding', where))).toBe(notFound)
    ClientId = 'none'
    const noClient = 'ResourceNotFoundException: User pool client none does not exist.'
    expect(await refusedWith(create())).toBe(noClient)
    expect(await refusedWith(byClient())).toBe(noClient)
  })

  test('a style of no id or pool', async () => {
    expect(await refusedWith(call('UpdateManagedLoginBranding', { UserPoolId }))).toBe(
      invalid('Missing required parameter ManagedLoginBrandingId'),
    )
    expect(await refusedWith(call('UpdateManagedLoginBranding', { ManagedLoginBrandingId: unknown }))).toBe(
      invalid('Missing required parameter UserPoolId'),
    )
  })

  test('whatever is asked of a pool of another account or region', async () => {
    for (const theirs of await poolsOfOthers(here)) {
      const where = { UserPoolId: theirs, ManagedLoginBrandingId: unknown }
      const calls = [
        call('CreateManagedLoginBranding', { UserPoolId: theirs, ClientId }),
        call('DescribeManagedLoginBranding', where),
        call('DescribeManagedLoginBrandingByClient', { UserPoolId: theirs, ClientId }),
        call('UpdateManagedLoginBranding', where),
        call('DeleteManagedLoginBranding', where),
      ]
      for (const one of calls)
        expect(await refusedWith(one)).toBe(`ResourceNotFoundException: User pool ${theirs} does not exist.`)
    }
  })
})
