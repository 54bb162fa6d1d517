import {
  createPrivateKey,
  createPublicKey,
  DiffieHellman,
  diffieHellman,
  getDiffieHellman,
  type KeyObject,
} from 'node:crypto'
import { groupLength, primeBytes } from './srp-group.ts'

/**
 * base^exponent modulo the prime of srp-group, in OpenSSL and in constant time: a sixth of what BigInt takes, which
 * has no constant time either. Base and result are as long as the prime. Throws on a base of 0, 1, N-1 or more.
 */
export type ModularPower = (base: Buffer, exponent: Buffer) => Buffer

/**
 * A Diffie-Hellman exchange is a modular power. Of Node's ways to it one costs nothing beside the power (0.47 ms):
 * the named group, with the setter that Node documents only for groups of one's own. Those are no way out: Node tests
 * their prime when they are constructed, for more than a second. Where that setter does not work on the named group,
 * key objects do the same for twice the price.
 */
export function modularPower(): ModularPower {
  return reusedGroupPower() ?? keyObjectPower
}

/** Undefined where this Node does not let a named group take a private key. */
export function reusedGroupPower(): ModularPower | undefined {
  const group = getDiffieHellman('modp15')
  const setPrivateKey: (this: unknown, key: Buffer) => void = DiffieHellman.prototype.setPrivateKey
  const power: ModularPower = (base, exponent) => {
    setPrivateKey.call(group, exponent)
    return group.computeSecret(base)
  }
  return isRight(power) ? power : undefined
}

export const keyObjectPower: ModularPower = (base, exponent) =>
  diffieHellman({ privateKey: privateKey(exponent), publicKey: publicKey(base) })

function isRight(power: ModularPower): boolean {
  try {
    return power(lastByte(3), Buffer.of(0x05)).equals(lastByte(243))
  } catch {
    return false
  }
}

function lastByte(value: number): Buffer {
  const bytes = Buffer.alloc(groupLength)
  bytes[groupLength - 1] = value
  return bytes
}

// PKCS #3 parameters in PKCS #8 and SubjectPublicKeyInfo, written by hand: Node reads a DH key from nothing else.
const version0 = der(0x02, Buffer.of(0))
const algorithm = der(
  0x30,
  Buffer.from('06092a864886f70d010301', 'hex'),
  der(0x30, derInteger(primeBytes), derInteger(Buffer.of(2))),
)

function privateKey(exponent: Buffer): KeyObject {
  const key = der(0x30, version0, algorithm, der(0x04, derInteger(exponent)))
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' })
}

function publicKey(base: Buffer): KeyObject {
  const key = der(0x30, algorithm, der(0x03, Buffer.of(0), derInteger(base)))
  return createPublicKey({ key, format: 'der', type: 'spki' })
}

function derInteger(bytes: Buffer): Buffer {
  const start = bytes.findIndex((byte) => byte !== 0)
  const shortest = start < 0 ? Buffer.of(0) : bytes.subarray(start)
  return der(0x02, (shortest[0] ?? 0) > 0x7f ? Buffer.concat([Buffer.of(0), shortest]) : shortest)
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const length = content.length < 0x80 ? [content.length] : [0x82, content.length >> 8, content.length & 0xff]
  return Buffer.concat([Buffer.of(tag, ...length), content])
}
