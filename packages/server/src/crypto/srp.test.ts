import { createHash, createHmac } from 'node:crypto'
import { createRequire } from 'node:module'
import { afterAll, describe, expect, test } from 'vitest'
import { integerOf, javaBytes, multiplier, prime } from './srp-group.ts'
import { type Srp, type SrpProof, parseSrpA, srpInline, srpWithWorker } from './srp.ts'

/** The client's half as amazon-cognito-identity-js computes it; its package gives no types for it. */
interface Helper {
  smallAValue: unknown
  largeAValue: unknown
  verifierDevices: string
  SaltToHashDevices: string
  randomPassword: string
  generateHashDevice(groupKey: string, deviceKey: string, done: (error: Error | null) => void): void
  getPasswordAuthenticationKey(...args: readonly [...unknown[], (error: Error | null, key: Buffer) => void]): void
}
const require = createRequire(import.meta.url)
const { default: AuthenticationHelper } = require('amazon-cognito-identity-js/lib/AuthenticationHelper.js') as {
  default: new (poolName: string) => Helper
}
const { default: BigInteger } = require('amazon-cognito-identity-js/lib/BigInteger.js') as {
  default: new (text: string, base: number) => unknown
}

const ada = { poolName: 'aBcDeF123', username: 'ada ü', password: 'Pässword 1! ', salt: '00ff23ab' }
const secretBlock = Buffer.from('sealed state').toString('base64')
const timestamp = 'Sun Aug 30 12:36:00 UTC 2026'

const sha256 = (...parts: readonly Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
/** The n-th of a row of secrets that is the same in every run. */
const secretBytes = (n: number) => sha256(Buffer.from(`secret ${n}`))
const hexOf = (bytes: Uint8Array) => integerOf(bytes).toString(16)

const here = srpInline()
const thread = srpWithWorker()
afterAll(() => thread[Symbol.asyncDispose]())

const verifier = await here.newPassword(ada)
/** g^exponent, through the server: B for the verifier 0 is g^b. */
const powerOfGenerator = async (exponent: Uint8Array) => (await here.start(Buffer.of(0), exponent)) ?? ''

interface Exchange {
  readonly a: Uint8Array
  readonly A: string
  readonly b: Uint8Array
  readonly B: string
}

async function exchange(a: Uint8Array, b: Uint8Array): Promise<Exchange> {
  return { a, b, A: await powerOfGenerator(a), B: (await here.start(verifier, b)) ?? '' }
}

async function proofOf({ a, b, A, B }: Exchange, password = ada.password): Promise<SrpProof> {
  const helper = new AuthenticationHelper(ada.poolName)
  helper.smallAValue = new BigInteger(hexOf(a), 16)
  helper.largeAValue = new BigInteger(A, 16)
  const key = await new Promise<Buffer>((resolve, reject) => {
    const [serverB, salt] = [new BigInteger(B, 16), new BigInteger(ada.salt, 16)]
    helper.getPasswordAuthenticationKey(ada.username, password, serverB, salt, (error, made) => {
      if (error) reject(error)
      else resolve(made)
    })
  })
  const { poolName, username } = ada
  const signature = createHmac('sha256', key)
    .update(
      Buffer.concat([Buffer.from(poolName + username), Buffer.from(secretBlock, 'base64'), Buffer.from(timestamp)]),
    )
    .digest('base64')
  return { poolName, username, A, B, b, verifier, secretBlock, signature, timestamp }
}

const first = await exchange(secretBytes(1), secretBytes(2))
const right = await proofOf(first)

describe.each<[string, Srp]>([
  ['on the calling thread', here],
  ['in a thread of its own', thread],
])('%s', (_, srp) => {
  test("Amazon's JavaScript client proves its password", async () => {
    expect(await srp.judge(right)).toBe(true)
  })

  test('another password proves nothing', async () => {
    expect(await srp.judge(await proofOf(first, 'Password 1!'))).toBe(false)
  })

  test('a password matches its verifier and no other', async () => {
    expect(await srp.newPassword(ada)).toEqual(verifier)
    expect(await srp.passwordMatches(ada, verifier)).toBe(true)
    expect(await srp.passwordMatches({ ...ada, password: 'other' }, verifier)).toBe(false)
    expect(await srp.passwordMatches({ ...ada, username: 'eve' }, verifier)).toBe(false)
    expect(await srp.passwordMatches({ ...ada, poolName: 'other' }, verifier)).toBe(false)
    expect(await srp.passwordMatches({ ...ada, salt: 'ab' }, verifier)).toBe(false)
  })

  test('a verifier is what it is modulo N, so that a made-up one costs as much time as a real one', async () => {
    const larger = javaBytes(integerOf(verifier) + prime)
    expect(await srp.judge({ ...right, verifier: larger })).toBe(true)
    expect(await srp.passwordMatches(ada, larger)).toBe(true)
  })

  test.each<[string, Partial<SrpProof>]>([
    ['pool', { poolName: 'other' }],
    ['user', { username: 'eve' }],
    ['secret block', { secretBlock: Buffer.from('other state').toString('base64') }],
    ['timestamp', { timestamp: 'Sun Aug 30 12:36:01 UTC 2026' }],
    ['b', { b: secretBytes(3) }],
    ['B', { B: '2' }],
    ['A', { A: '5' }],
    ['verifier', { verifier: Buffer.alloc(384, 7) }],
  ])('a proof made for another %s is none', async (_name, change) => {
    expect(await srp.judge({ ...right, ...change })).toBe(false)
  })
})

describe.each<[string, Srp]>([
  ['on the calling thread', here],
  ['in a thread of its own', thread],
])('hostile input %s', (_, srp) => {
  test.each<[string, string]>([
    ['empty', ''],
    ['cut short', right.signature.slice(0, -4)],
    ['without its padding', right.signature.slice(0, -1)],
    ['not base64', '€'.repeat(44)],
  ])('a signature that is %s is no proof', async (_name, signature) => {
    expect(await srp.judge({ ...right, signature })).toBe(false)
  })

  test.each<[string, string]>([
    ['0', '0'],
    ['1', '1'],
    ['N-1', (prime - 1n).toString(16)],
    ['N', prime.toString(16)],
    ['2N', (2n * prime).toString(16)],
    ['right but for N added to it', (BigInt(`0x${right.A}`) + prime).toString(16)],
    ['too long', 'f'.repeat(100_000)],
    ['not hex', 'xyz'],
    ['negative', '-5'],
    ['prefixed', '0x5'],
    ['followed by a line', '5\n'],
    ['empty', ''],
  ])('an A that is %s is refused', async (_name, A) => {
    expect(parseSrpA(A)).toBeUndefined()
    expect(await srp.judge({ ...right, A })).toBe(false)
  })

  test.each<[string, bigint]>([
    ['0', 0n],
    ['1', 1n],
    ['N-1', prime - 1n],
    ['N', prime],
  ])(
    'a verifier of %s, as a hostile device could register, proves nothing and breaks nothing',
    async (_name, value) => {
      expect(await srp.judge({ ...right, verifier: javaBytes(value) })).toBe(false)
      expect(await srp.start(javaBytes(value), secretBytes(4))).toMatch(/^[0-9a-f]+$/)
    },
  )

  test('an A that cancels the verifier out, so that S would be 1, proves nothing', async () => {
    // With v = 1/A^(1/u) that is: v^u = 1/A. Exponents live modulo the order of g, (N-1)/2.
    const A = 4n
    const u = integerOf(uOf(A.toString(16), right.B))
    const order = (prime - 1n) / 2n
    const v = power(2n, (order * 2n - 2n * inverse(u, order)) % order)
    expect((A * power(v, u)) % prime).toBe(1n)
    expect(await srp.judge({ ...right, A: A.toString(16), verifier: javaBytes(v) })).toBe(false)
  })
})

/** Modulo a prime. */
function inverse(value: bigint, modulus: bigint): bigint {
  const step = (r: bigint, s: bigint, x: bigint, y: bigint): bigint =>
    s === 0n ? x : step(s, r % s, y, x - (r / s) * y)
  return ((step(value, modulus, 1n, 0n) % modulus) + modulus) % modulus
}

function power(base: bigint, exponent: bigint): bigint {
  if (exponent === 0n) return 1n
  const half = power((base * base) % prime, exponent >> 1n)
  return exponent & 1n ? (half * base) % prime : half
}

describe('every way an integer can be padded', () => {
  const find = async (n: number, fits: (found: Exchange) => boolean): Promise<Exchange> => {
    const found = await exchange(secretBytes(n), secretBytes(n + 1))
    return fits(found) ? found : find(n + 2, fits)
  }
  const topBit = (hex: string) => hex.length === 768 && /^[89a-f]/.test(hex)

  test.each<[string, (found: Exchange) => boolean]>([
    ['A and B with their top bit set', ({ A, B }) => topBit(A) && topBit(B)],
    ['A and B with their top bit clear', ({ A, B }) => /^[1-7]/.test(A) && /^[1-7]/.test(B)],
    ['A of an odd number of digits', ({ A }) => A.length === 767],
    ['B of an odd number of digits', ({ B }) => B.length === 767],
    ['A a byte shorter than N', ({ A }) => A.length <= 766],
    ['B a byte shorter than N', ({ B }) => B.length <= 766],
    ['u with its top bit set', ({ A, B }) => (uOf(A, B)[0] ?? 0) > 0x7f],
    ['u with a leading zero byte', ({ A, B }) => uOf(A, B)[0] === 0],
  ])('%s', async (_, fits) => {
    expect(await here.judge(await proofOf(await find(10, fits)))).toBe(true)
  })

  test('leading zeros and capitals do not change what A is', async () => {
    expect(await here.judge({ ...right, A: `00${right.A.toUpperCase()}` })).toBe(true)
  })
})

function uOf(A: string, B: string): Buffer {
  return sha256(javaBytes(BigInt(`0x${A}`)), javaBytes(BigInt(`0x${B}`)))
}

test('the arithmetic is that of SRP-6a, computed anew with BigInt', async () => {
  const x = integerOf(
    sha256(Buffer.from('00ff23ab', 'hex'), sha256(Buffer.from(`${ada.poolName}${ada.username}:${ada.password}`))),
  )
  const k = 0x538282c4354742d7cbbde2359fcf67f9f5b3a6b08791e5011b43b8a5b66d9ee6n
  expect(multiplier).toBe(k)
  expect(integerOf(verifier)).toBe(power(2n, x))
  expect(BigInt(`0x${first.B}`)).toBe((k * power(2n, x) + power(2n, integerOf(first.b))) % prime)
})

test('a device that Amazon’s client registered proves its secret to the same code', async () => {
  const helper = new AuthenticationHelper('')
  await new Promise<void>((resolve, reject) => {
    helper.generateHashDevice('-group', 'eu-west-1_device', (error) => (error ? reject(error) : resolve()))
  })
  const device = { poolName: '-group', username: 'eu-west-1_device', password: helper.randomPassword }
  const registered = Buffer.from(helper.verifierDevices, 'hex')
  expect(await here.passwordMatches({ ...device, salt: helper.SaltToHashDevices }, registered)).toBe(true)
})

test('what is asked of a thread that was closed fails', async () => {
  const closed = srpWithWorker()
  const pending = closed.newPassword(ada)
  await closed[Symbol.asyncDispose]()
  await expect(pending).rejects.toThrow('The SRP thread has ended')
  await expect(closed.newPassword(ada)).rejects.toThrow('The SRP thread was closed')
})
