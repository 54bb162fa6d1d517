import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { poolsOfOthers } from '../../../testing/pools-of-others.ts'
import { refusedWith } from '../../../testing/refused-with.ts'
import { uniqueText } from '../../../testing/store-fixtures.ts'
import { testWorld } from '../../../testing/world.ts'

const here = await testWorld()
const { call, clock, world } = here
afterAll(() => here[Symbol.asyncDispose]())

let UserPoolId = ''
let ClientId = ''
beforeEach(async () => {
  UserPoolId = (await call('CreateUserPool', { PoolName: 'p' })).UserPool?.Id ?? ''
  ClientId = (await call('CreateUserPoolClient', { UserPoolId, ClientName: 'c' })).UserPoolClient?.ClientId ?? ''
  await call('CreateUserPoolDomain', { UserPoolId, Domain: `p${uniqueText(10)}` })
})

const CSS =
  '.banner-customizable { background: #123456 }\n.submitButton-customizable:hover,.label-customizable{color:red}'
const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(20)]).toString('base64')
const jpeg = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(20)]).toString('base64')
const set = async (members: { readonly ClientId?: string; readonly CSS?: string; readonly ImageFile?: string }) =>
  (await call('SetUICustomization', { UserPoolId, ...members })).UICustomization
const get = async (client?: string) =>
  (await call('GetUICustomization', { UserPoolId, ClientId: client })).UICustomization

test('without any customization there is nothing to describe [D]', async () => {
  expect(await get()).toEqual({})
  expect(await get(ClientId)).toEqual({})
})

test('what is set for all is what a client looks like that has nothing of its own [D]', async () => {
  const now = clock.now() / 1000
  const forAll = {
    UserPoolId,
    ClientId: 'ALL',
    CSS,
    CSSVersion: new Date(clock.now()).toISOString().replaceAll(/\D/g, '').slice(0, 14),
    CreationDate: now,
    LastModifiedDate: now,
  }
  expect(await set({ CSS })).toEqual(forAll)
  expect([await get(), await get('ALL'), await get(ClientId)]).toEqual([forAll, forAll, forAll])
  clock.advance(5000)
  const own = await set({ ClientId, CSS: '.logo-customizable{}', ImageFile: png })
  expect(own).toMatchObject({ ClientId, CSS: '.logo-customizable{}', LastModifiedDate: now + 5 })
  expect([await get(), await get(ClientId)]).toEqual([forAll, own])
})

test('setting replaces everything, and setting nothing gives the default back', async () => {
  await set({ ClientId, CSS, ImageFile: jpeg })
  const { CreationDate } = await get(ClientId)
  clock.advance(1000)
  const { CSS: style, ...rest } = await set({ ClientId, ImageFile: png })
  expect(style).toBeUndefined()
  expect(rest).toMatchObject({ CreationDate, LastModifiedDate: clock.now() / 1000 })
  expect((await world.store.resources.find(UserPoolId, 'UICustomization', ClientId))?.document).toEqual({
    ImageFile: png,
  })
  expect(await set({ ClientId })).toMatchObject({ UserPoolId, ClientId })
  expect(await get(ClientId)).toEqual({})
})

test('it goes with its client', async () => {
  await set({ ClientId, CSS })
  await call('DeleteUserPoolClient', { UserPoolId, ClientId })
  expect(await world.store.resources.find(UserPoolId, 'UICustomization', ClientId)).toBeUndefined()
})

describe('is refused:', () => {
  test('a pool without a domain [D]', async () => {
    const { UserPool } = await call('CreateUserPool', { PoolName: 'p' })
    expect(await refusedWith(call('SetUICustomization', { UserPoolId: UserPool?.Id ?? '', CSS }))).toBe(
      'InvalidParameterException: There has to be an existing domain associated with this user pool.',
    )
  })

  test('a client that is not there', async () => {
    const refusal = 'ResourceNotFoundException: User pool client none does not exist.'
    expect(await refusedWith(set({ ClientId: 'none', CSS }))).toBe(refusal)
    expect(await refusedWith(set({ ClientId: 'none' }))).toBe(refusal)
    expect(await refusedWith(get('none'))).toBe(refusal)
  })

  test.each([
    'a</style><script>alert(1)</script>',
    '/* </style> */',
    "@import 'https://example.com'",
    '.logo-customizable{background:url(https://example.com)}',
    '.logo-customizable{background:URL (//example.com)}',
    '.logo-customizable{background:\\75rl(x)}',
    '.logo-customizable{background:image-set("https://example.com/a.png" 1x)}',
    '.logo-customizable{background:-webkit-image-set("https://example.com/a.png" 1x)}',
    '.logo-customizable{background:image("https://example.com/a.png")}',
    '.logo-customizable{background:src("https://example.com/a.png")}',
  ])('a style that does more than style: %s', async (css) => {
    expect(await refusedWith(set({ CSS: css }))).toBe(
      'InvalidParameterException: The CSS contains something other than plain styles.',
    )
  })

  test.each(['.logo-customizable', '.logo-customizable{{}}', '.logo-customizable{}}', '/* open', '{'])(
    'a style that is none: %s',
    async (css) => {
      expect(await refusedWith(set({ CSS: css }))).toBe('InvalidParameterException: The CSS is malformed.')
    },
  )

  test.each(['body', '.other', '.logo-customizable:before', '.logo-customizable .label-customizable', ''])(
    'a selector that cannot be customized: %j',
    async (selector) => {
      expect(await refusedWith(set({ CSS: `.logo-customizable{} /* and */ ${selector}{}` }))).toBe(
        `InvalidParameterException: The CSS selector ${selector} is not one of those that can be customized.`,
      )
    },
  )

  test('an image that is none, or above 100 kilobytes [D]', async () => {
    expect(await refusedWith(set({ ImageFile: Buffer.from('<svg/>').toString('base64') }))).toBe(
      'InvalidParameterException: The image must be a PNG or JPEG file.',
    )
    const large = Buffer.concat([Buffer.from(png, 'base64'), Buffer.alloc(100_000)]).toString('base64')
    expect(await refusedWith(set({ ImageFile: large }))).toBe(
      'InvalidParameterException: The image must not exceed 100 kilobytes.',
    )
  })

  test('whatever is asked of a pool of another account or region', async () => {
    for (const theirs of await poolsOfOthers(here)) {
      const refusal = `ResourceNotFoundException: User pool ${theirs} does not exist.`
      expect(await refusedWith(call('SetUICustomization', { UserPoolId: theirs, CSS }))).toBe(refusal)
      expect(await refusedWith(call('GetUICustomization', { UserPoolId: theirs }))).toBe(refusal)
    }
  })
})

test.each([
  ['a comment that only a string opens', '.logo-customizable{content:"/*"} .evil{} .logo-customizable{content:"*/"}'],
  ['the same in the other quotes', ".logo-customizable{content:'/*'} .evil{} .logo-customizable{content:'*/'}"],
  ['braces in a string', '.logo-customizable{content:"{} .logo-customizable"} .evil{content:"{"}'],
  ['a string that a comment opens', '/* " */ .evil{} /* " */'],
])('no selector hides behind %s', async (_title, CSS) => {
  expect(await refusedWith(set({ CSS }))).toMatch(/^InvalidParameterException: The CSS (selector .evil|is malformed)/)
})

test.each(['"', "'", '"\n"', '/*/', '.logo-customizable{content:"}'])('%j is malformed', async (CSS) => {
  expect(await refusedWith(set({ CSS }))).toBe('InvalidParameterException: The CSS is malformed.')
})

test('a string may hold what else would be a brace or a comment', async () => {
  expect(await refusedWith(set({ CSS: `.logo-customizable{content:"{/*}";quotes:'"' ""}` }))).toBe('not refused')
})

test('a comment is no part of a style, and opening many takes no time', async () => {
  expect(await refusedWith(set({ CSS: '/* a */.logo-/**/customizable{}/* /* b */' }))).toBe('not refused')
  const start = performance.now()
  expect(await refusedWith(set({ CSS: '/* '.repeat(43_000) }))).toBe('InvalidParameterException: The CSS is malformed.')
  expect(performance.now() - start).toBeLessThan(1000)
})
