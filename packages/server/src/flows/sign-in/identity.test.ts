import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { srpInline } from '../../crypto/srp.ts'
import { openSqliteStore } from '../../store/open-sqlite-store.ts'
import { recorded } from '../../testing/recorded.ts'
import { refusalOf } from '../../testing/refusal-of.ts'
import { signInScene, type SignInScene } from '../../testing/sign-in-scene.ts'

const wrong = 'NotAuthorizedException: Incorrect username or password.'
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

const calls: string[] = []
let scene: SignInScene
/** A client that hides who exists, and one that does not. */
let [hiding, telling] = ['', '']

beforeAll(async () => {
  const store = recorded(await openSqliteStore({ memory: true }), calls)
  scene = await signInScene({ UsernameAttributes: ['email'] }, { store, srp: recorded(srpInline(), calls, 'srp.') })
  await scene.newUser('', {
    username: '0190a0f0-0000-7000-8000-000000000001',
    attributes: { email: 'ada@example.com' },
    signsInWith: 'email',
  })
  hiding = (await scene.newClient({ PreventUserExistenceErrors: 'ENABLED' })).ClientId
  telling = (await scene.newClient({ PreventUserExistenceErrors: 'LEGACY' })).ClientId
})
beforeEach(() => scene.clock.advance(900_000))

/** What the rest of the world is asked to do during a call. */
async function costOf(call: () => Promise<unknown>): Promise<readonly string[]> {
  calls.length = 0
  await refusalOf(call())
  return [...calls]
}

const question = async (name: string, client = hiding) => (await scene.startSrp(name, 'Guessed-1!', client)).parameters

test('a client with PreventUserExistenceErrors=ENABLED asks nobody the same SRP question each time, but for what is random', async () => {
  const [one, other] = [await question('nobody@example.com'), await question('nobody@example.com')]
  expect(other['SALT']).toBe(one['SALT'])
  expect(other['USER_ID_FOR_SRP']).toBe(one['USER_ID_FOR_SRP'])
  expect(other['SRP_B']).not.toBe(one['SRP_B'])
  expect(other['SECRET_BLOCK']).not.toBe(one['SECRET_BLOCK'])
  scene.clock.advance(40 * 86_400_000)
  expect((await question('nobody@example.com'))['SALT']).toBe(one['SALT'])
})

test('a client with PreventUserExistenceErrors=ENABLED asks nobody and somebody questions of one form', async () => {
  const [nobody, ada] = [await question('ida@example.com'), await question('ada@example.com')]
  expect(Object.keys(nobody)).toEqual(Object.keys(ada))
  expect([nobody['SALT'], ada['SALT']]).toEqual([
    expect.stringMatching(/^[0-9a-f]{32}$/),
    expect.stringMatching(/^[0-9a-f]{32}$/),
  ])
  expect(nobody['SECRET_BLOCK']?.length).toBeCloseTo(ada['SECRET_BLOCK']?.length ?? 0, -2)
  expect(nobody['SRP_B']).toMatch(/^[0-9a-f]{700,768}$/)
  expect(nobody['USERNAME']).toBe(nobody['USER_ID_FOR_SRP'])
})

test('a client with PreventUserExistenceErrors=ENABLED makes up another user for each name', async () => {
  const [one, other] = [await question('one@example.com'), await question('other@example.com')]
  expect(one['SALT']).not.toBe(other['SALT'])
  expect(one['USER_ID_FOR_SRP']).not.toBe(other['USER_ID_FOR_SRP'])
})

test('a client with PreventUserExistenceErrors=ENABLED makes up subs of users who came since the pool was made', async () => {
  for (let n = 0; n < 20; n++) {
    const { USER_ID_FOR_SRP: sub = '' } = await question(`nobody-${n}@example.com`)
    expect(sub).toMatch(uuid)
    const cameAt = Number.parseInt(sub.slice(0, 8) + sub.slice(9, 13), 16)
    expect(cameAt).toBeGreaterThanOrEqual(Date.UTC(2026, 0, 1))
    expect(cameAt).toBeLessThanOrEqual(scene.clock.now())
  }
})

test('a made-up sub changes as seldom as people leave and come back, and then to one who has just come', async () => {
  const names = Array.from({ length: 20 }, (_, n) => `nobody-${n}@example.com`)
  const subs = async () => Promise.all(names.map(async (name) => (await question(name))['USER_ID_FOR_SRP'] ?? ''))
  scene.clock.advance(60 * 86_400_000)
  const [then, before] = [scene.clock.now(), await subs()]
  scene.clock.advance(86_400_000)
  const changed = (await subs()).filter((sub, n) => sub !== before[n])
  expect(changed.length).toBeLessThan(5)
  for (const sub of changed) expect(Number.parseInt(sub.slice(0, 8) + sub.slice(9, 13), 16)).toBeGreaterThan(then)
})

test('a client with PreventUserExistenceErrors=ENABLED refuses nobody in the words for a wrong password, at the end of the same way', async () => {
  for (const name of ['ada@example.com', 'nobody@example.com']) {
    expect(await refusalOf(scene.bySrp(name, 'Guessed-1!', hiding))).toBe(wrong)
    expect(await refusalOf(scene.byPassword(name, 'Guessed-1!', hiding))).toBe(wrong)
  }
})

test('a client with PreventUserExistenceErrors=ENABLED costs as many reads, writes and exponentiations for nobody, in SRP', async () => {
  const started = [await costOf(() => question('ada@example.com')), await costOf(() => question('nobody@example.com'))]
  expect(started[1]).toEqual(started[0])
  expect(started[0]).toEqual(['clients.findWithPool', 'users.findByName', 'srp.start'])

  const proofs = await Promise.all(
    ['ada@example.com', 'nobody@example.com'].map((name) => scene.startSrp(name, 'Guessed-1!', hiding)),
  )
  const [ada, nobody] = [
    await costOf(() => scene.proveSrp(proofs[0] ?? { ClientId: '', ChallengeResponses: {} })),
    await costOf(() => scene.proveSrp(proofs[1] ?? { ClientId: '', ChallengeResponses: {} })),
  ]
  expect(nobody).toEqual(ada)
  expect(ada).toEqual(['clients.findWithPool', 'users.findBySub', 'srp.judge', 'guards.missPassword', 'decide'])
})

test('a client with PreventUserExistenceErrors=ENABLED costs as much for nobody with a password', async () => {
  const [ada, nobody] = [
    await costOf(() => scene.byPassword('ada@example.com', 'Guessed-1!', hiding)),
    await costOf(() => scene.byPassword('nobody@example.com', 'Guessed-1!', hiding)),
  ]
  expect(nobody).toEqual(ada)
  expect(ada).toEqual([
    'clients.findWithPool',
    'users.findByName',
    'srp.passwordMatches',
    'guards.missPassword',
    'decide',
  ])
})

test('costs as much for the sub of nobody as for the sub of somebody', async () => {
  const [ada, nobody] = [
    await costOf(() => scene.byPassword('0190a0f0-0000-7000-8000-000000000001', 'Guessed-1!', hiding)),
    await costOf(() => scene.byPassword('0190a0f0-0000-7000-8000-000000000002', 'Guessed-1!', hiding)),
  ]
  expect(nobody).toEqual(ada)
})

test('a client with PreventUserExistenceErrors=LEGACY, or that says nothing, tells that there is nobody', async () => {
  for (const client of [telling, scene.ClientId]) {
    expect(await refusalOf(scene.bySrp('nobody@example.com', 'Guessed-1!', client))).toBe(
      'UserNotFoundException: User does not exist.',
    )
    expect(await refusalOf(scene.byPassword('nobody@example.com', 'Guessed-1!', client))).toBe(
      'UserNotFoundException: User does not exist.',
    )
  }
})

describe('where people sign in with the username itself', () => {
  test('nobody’s USER_ID_FOR_SRP is the name that was asked for, as somebody’s is', async () => {
    await using house = await signInScene()
    const { ClientId } = await house.newClient({ PreventUserExistenceErrors: 'ENABLED' })
    const { parameters } = await house.startSrp('nobody', 'Guessed-1!', ClientId)
    expect(parameters['USER_ID_FOR_SRP']).toBe('nobody')
  })

  test('an alias of nobody leads to a made-up sub, which does not show the alias', async () => {
    await using house = await signInScene({ AliasAttributes: ['email'] })
    const { ClientId } = await house.newClient({ PreventUserExistenceErrors: 'ENABLED' })
    const { parameters } = await house.startSrp('nobody@example.com', 'Guessed-1!', ClientId)
    expect(parameters['USER_ID_FOR_SRP']).toMatch(uuid)
  })
})

test('where only Argon2id is kept, nobody’s password is not judged the cheaper way', async () => {
  const client = {
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    PreventUserExistenceErrors: 'ENABLED',
  } as const
  const srp = recorded(srpInline(), calls, 'srp.')
  await using house = await signInScene({ UserPoolTags: { 'cognate:password-storage': 'argon2id' } }, { client, srp })
  await house.newUser('ada')
  expect(await refusalOf(house.byPassword('ada'))).toBe('accepted')
  calls.length = 0
  expect(await refusalOf(house.byPassword('ada', 'Guessed-1!'))).toBe(wrong)
  expect(await refusalOf(house.byPassword('nobody', 'Guessed-1!'))).toBe(wrong)
  expect(calls).toEqual([])
})
