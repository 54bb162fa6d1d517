import { modularPower } from './modular-power.ts'
import { groupBytes, integerOf, prime } from './srp-group.ts'

/** The exponentiations of SRP: all of its cost. Integers are big-endian bytes, results as long as N. */
export interface SrpPowers {
  /** g^exponent. */
  powerOfGenerator(exponent: Uint8Array): Promise<Uint8Array>
  /** (A·v^u)^b; undefined when it falls on a value that no honest client arrives at. */
  sharedSecret(parts: SharedSecretParts): Promise<Uint8Array | undefined>
}

export interface SharedSecretParts {
  readonly A: Uint8Array
  readonly verifier: Uint8Array
  readonly u: Uint8Array
  readonly b: Uint8Array
}

export interface SrpPowersHere {
  powerOfGenerator(exponent: Uint8Array): Uint8Array
  sharedSecret(parts: SharedSecretParts): Uint8Array | undefined
}

/** Computes them where it is called: half a millisecond an exponentiation. */
export function srpPowersHere(power = modularPower()): SrpPowersHere {
  const generatorBytes = groupBytes(2n)
  return {
    powerOfGenerator: (exponent) => power(generatorBytes, bufferOf(exponent)),
    sharedSecret({ A, verifier, u, b }) {
      if (isDegenerate(integerOf(verifier))) return undefined
      const vToTheU = power(bufferOf(verifier), bufferOf(u))
      const base = (integerOf(A) * integerOf(vToTheU)) % prime
      return isDegenerate(base) ? undefined : power(groupBytes(base), bufferOf(b))
    },
  }
}

/** OpenSSL throws on these: their powers are known to everybody. */
function isDegenerate(value: bigint): boolean {
  return value <= 1n || value >= prime - 1n
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
