import { beforeAll, expect, test } from 'vitest'
import { refusalOf } from '../../testing/refusal-of.ts'
import { signInScene, type SignInScene } from '../../testing/sign-in-scene.ts'

const wrong = 'NotAuthorizedException: Incorrect username or password.'
const locked = 'NotAuthorizedException: Password attempts exceeded'

let scene: SignInScene
beforeAll(async () => {
  scene = await signInScene()
})

let users = 0
/** Everybody's wrong passwords are counted apart. */
async function somebody(): Promise<string> {
  const name = `user-${++users}`
  await scene.newUser(name)
  return name
}

const guess = (name: string) => refusalOf(scene.byPassword(name, 'Wrong-horse-1'))
const right = (name: string) => refusalOf(scene.byPassword(name))

async function guessTimes(times: number, name: string): Promise<void> {
  for (let n = 0; n < times; n++) expect(await guess(name)).toBe(wrong)
}

test('the fifth wrong password in a row locks for a second, each after it for twice as long, 15 minutes at most', async () => {
  const name = await somebody()
  await guessTimes(4, name)
  for (const seconds of [1, 2, 4, 8, 16, 32, 64, 128, 256, 512]) {
    expect(await guess(name)).toBe(wrong)
    scene.clock.advance(seconds * 1000 - 1)
    expect(await right(name)).toBe(locked)
    scene.clock.advance(1)
  }
  expect(await guess(name)).toBe(wrong)
  scene.clock.advance(900_000 - 1)
  expect(await right(name)).toBe(locked)
  scene.clock.advance(1)
  expect(await right(name)).toBe('accepted')
})

test('what is tried while locked is not counted, right or wrong', async () => {
  const name = await somebody()
  await guessTimes(5, name)
  for (let n = 0; n < 20; n++) expect([await guess(name), await right(name)]).toEqual([locked, locked])
  scene.clock.advance(1000)
  expect(await guess(name)).toBe(wrong)
  scene.clock.advance(2000)
  expect(await right(name)).toBe('accepted')
})

test('a right password forgets the wrong ones before it', async () => {
  const name = await somebody()
  await guessTimes(4, name)
  expect(await right(name)).toBe('accepted')
  await guessTimes(5, name)
  expect(await right(name)).toBe(locked)
})

test('a quarter of an hour without a try forgets them as well; a moment less does not', async () => {
  const [one, other] = [await somebody(), await somebody()]
  await guessTimes(4, one)
  await guessTimes(4, other)
  scene.clock.advance(900_000 - 1)
  await guessTimes(1, one)
  expect(await right(one)).toBe(locked)
  scene.clock.advance(1)
  await guessTimes(1, other)
  expect(await right(other)).toBe('accepted')
})

test('SRP, passwords and the operator count as one', async () => {
  const name = await somebody()
  await guessTimes(3, name)
  expect(await refusalOf(scene.bySrp(name, 'Wrong-horse-1'))).toBe(wrong)
  const { UserPoolId, ClientId } = scene
  const AuthParameters = { USERNAME: name, PASSWORD: 'Wrong-horse-1' }
  const byOperator = { UserPoolId, ClientId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters } as const
  expect(await refusalOf(scene.call('AdminInitiateAuth', byOperator))).toBe(wrong)
  expect(await refusalOf(scene.bySrp(name))).toBe(locked)
})

test('a right SRP proof is refused while locked, and is still good when the lock ends', async () => {
  const name = await somebody()
  const proof = await scene.startSrp(name)
  await guessTimes(5, name)
  expect(await refusalOf(scene.proveSrp(proof))).toBe(locked)
  scene.clock.advance(1000)
  expect(await refusalOf(scene.proveSrp(proof))).toBe('accepted')
})

test('200 parallel guesses at a password learn no more than five in a row would', async () => {
  const name = await somebody()
  const answers = await Promise.all(Array.from({ length: 200 }, () => guess(name)))
  expect(answers.filter((answer) => answer === wrong)).toHaveLength(5)
  expect(answers.filter((answer) => answer === locked)).toHaveLength(195)
})

test('200 parallel answers to one SRP question, the right one last, learn no more either', async () => {
  const name = await somebody()
  const proof = await scene.startSrp(name)
  const guesses = Array.from({ length: 199 }, (_, n) => ({
    ...proof,
    ChallengeResponses: {
      ...proof.ChallengeResponses,
      PASSWORD_CLAIM_SIGNATURE: Buffer.alloc(32, n).toString('base64'),
    },
  }))
  const answers = await Promise.all([...guesses, proof].map((answer) => refusalOf(scene.proveSrp(answer))))
  expect(answers.filter((answer) => answer === wrong)).toHaveLength(5)
  expect(answers.at(-1)).toBe(locked)
})

test('a name that leads to nobody is locked in the same rhythm', async () => {
  const { ClientId } = await scene.newClient({ PreventUserExistenceErrors: 'ENABLED' })
  const guessNobody = () => refusalOf(scene.byPassword('nobody-at-all', 'Wrong-horse-1', ClientId))
  for (let n = 0; n < 5; n++) expect(await guessNobody()).toBe(wrong)
  expect(await guessNobody()).toBe(locked)
  expect(await refusalOf(scene.bySrp('nobody-at-all', 'Wrong-horse-1', ClientId))).toBe(locked)
  scene.clock.advance(1000)
  expect(await guessNobody()).toBe(wrong)
})
