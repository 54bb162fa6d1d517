import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { equalInConstantTime } from './constant-time.ts'
import { groupBytes, integerOf, javaBytes, multiplier, prime, sha256 } from './srp-group.ts'
import { srpPowersHere, type SrpPowers } from './srp-powers.ts'
import { srpThread } from './srp-thread.ts'

/**
 * The server's half of Cognito's SRP-6a. For devices `poolName` is the device group key, `username` the device key.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html
 */
export interface Srp extends AsyncDisposable {
  /** The verifier of a password, as long as N (384 bytes). */
  newPassword(password: SrpPassword): Promise<Buffer>
  /** Whether the verifier is that of this password; always costs one exponentiation. */
  passwordMatches(password: SrpPassword, verifier: Uint8Array): Promise<boolean>
  /**
   * `SRP_B` for a verifier and a fresh secret b, 32 random bytes. Undefined in the case, not to be met in the life of
   * the universe, that B is 0 modulo N: draw another b.
   */
  start(verifier: Uint8Array, b: Uint8Array): Promise<string | undefined>
  /** Whether the client proved to know the password. Anything malformed is no proof. */
  judge(proof: SrpProof): Promise<boolean>
}

export interface SrpPassword {
  /** The half of the pool id after `_`. */
  readonly poolName: string
  /** What the client got as USER_ID_FOR_SRP. */
  readonly username: string
  readonly password: string
  /** Hex; an integer to SRP, so leading zeros do not matter. */
  readonly salt: string
}

export interface SrpProof {
  readonly poolName: string
  readonly username: string
  /** `SRP_A` and `SRP_B` as they went over the wire, in hex. */
  readonly A: string
  readonly B: string
  readonly b: Uint8Array
  readonly verifier: Uint8Array
  /** PASSWORD_CLAIM_SECRET_BLOCK, PASSWORD_CLAIM_SIGNATURE and TIMESTAMP as they came. */
  readonly secretBlock: string
  readonly signature: string
  readonly timestamp: string
}

/** Computes on the calling thread. For tests and tools. */
export function srpInline(): Srp {
  const here = srpPowersHere()
  const powers: SrpPowers = {
    powerOfGenerator: async (exponent) => here.powerOfGenerator(exponent),
    sharedSecret: async (parts) => here.sharedSecret(parts),
  }
  return srpOf({ ...powers, [Symbol.asyncDispose]: async () => {} })
}

/** Computes in a thread of its own, so that the event loop goes on meanwhile. */
export function srpWithWorker(): Srp {
  return srpOf(srpThread())
}

/** `SRP_A` as an integer; undefined unless it is hex and 1 < A < N-1: outside of that S would be known to anyone. */
export function parseSrpA(text: string): bigint | undefined {
  if (!/^[0-9a-f]{1,770}$/i.test(text)) return undefined
  const A = BigInt(`0x${text}`)
  return A > 1n && A < prime - 1n ? A : undefined
}

function srpOf(powers: SrpPowers & AsyncDisposable): Srp {
  // x is a hash of 256 bits. b gets as many: twice the 128 bits of strength that the group has.
  const newPassword = async (password: SrpPassword) => buffer(await powers.powerOfGenerator(privateKeyOf(password)))
  return {
    newPassword,
    passwordMatches: async (password, verifier) => equalInConstantTime(await newPassword(password), group(verifier)),
    async start(verifier, b) {
      const B = (multiplier * integerOf(verifier) + integerOf(await powers.powerOfGenerator(b))) % prime
      return B === 0n ? undefined : B.toString(16)
    },
    judge: (proof) => judge(proof, powers),
    [Symbol.asyncDispose]: async () => {
      await powers[Symbol.asyncDispose]()
    },
  }
}

/** x = H(salt, H(poolName username ":" password)). */
function privateKeyOf({ poolName, username, password, salt }: SrpPassword): Buffer {
  const identity = sha256(Buffer.from(`${poolName}${username}:${password}`, 'utf8'))
  return sha256(javaBytes(BigInt(`0x${salt}`)), identity)
}

async function judge(proof: SrpProof, powers: SrpPowers): Promise<boolean> {
  const A = parseSrpA(proof.A)
  if (A === undefined) return false
  const u = sha256(javaBytes(A), javaBytes(BigInt(`0x${proof.B}`)))
  // u = 0 would take the password out of the computation.
  if (integerOf(u) === 0n) return false
  const secret = await powers.sharedSecret({ A: groupBytes(A), verifier: group(proof.verifier), u, b: proof.b })
  if (secret === undefined) return false
  const expected = createHmac('sha256', sharedKey(secret, u))
    .update(`${proof.poolName}${proof.username}`, 'utf8')
    .update(Buffer.from(proof.secretBlock, 'base64'))
    .update(proof.timestamp, 'utf8')
    .digest('base64')
  return equalInConstantTime(expected, proof.signature)
}

/** Key objects, because Node takes longer over bare bytes than over the HMAC itself. */
function sharedKey(secret: Uint8Array, u: Uint8Array): KeyObject {
  const input = createSecretKey(javaBytes(integerOf(secret)))
  const key = hkdfSync('sha256', input, javaBytes(integerOf(u)), 'Caldera Derived Key', 16)
  return createSecretKey(Buffer.from(key))
}

/** A verifier modulo N, as long as N: one registered by a device, or made up for nobody, can be any number. */
function group(verifier: Uint8Array): Buffer {
  const value = integerOf(verifier) % prime
  return groupBytes(value)
}

function buffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
