import { createHash, getDiffieHellman } from 'node:crypto'

/** The 3072-bit group of RFC 3526 (the same as RFC 5054's), which OpenSSL carries as modp15; its generator is 2. */
export const primeBytes = getDiffieHellman('modp15').getPrime()
export const prime = integerOf(primeBytes)
export const generator = 2n
export const groupLength = primeBytes.length

/** SRP-6a's multiplier, SHA-256 of N and g. */
export const multiplier = integerOf(sha256(javaBytes(prime), javaBytes(generator)))

export function integerOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex') || '0'}`)
}

/**
 * How integers enter the hashes: as Java's BigInteger.toByteArray writes them, as few bytes as possible with the top
 * bit clear, not padded to the length of N as RFC 5054 has it.
 */
export function javaBytes(value: bigint): Buffer {
  const hex = value.toString(16)
  const even = hex.length % 2 === 0 ? hex : `0${hex}`
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex')
}

/** As long as N, with leading zeros. */
export function groupBytes(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(groupLength * 2, '0'), 'hex')
}

export function sha256(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
