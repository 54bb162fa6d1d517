import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { prime } from '../crypto/srp-group.ts'
import { systemRandom } from '../ambient/random.ts'

/** A client's half of SRP, written after the formulae alone and with nothing of the server's arithmetic but the prime. */
export interface SrpClient {
  readonly SRP_A: string
  /** The responses to PASSWORD_VERIFIER, USERNAME included. `now` is in milliseconds since 1970. */
  answer(parameters: Readonly<Record<string, string>>, password: string, now: number): Record<string, string>
}

export function srpClient(poolId: string): SrpClient {
  const a = BigInt(`0x${systemRandom.bytes(32).toString('hex')}`)
  const A = power(2n, a)
  const poolName = poolId.slice(poolId.indexOf('_') + 1)
  return {
    SRP_A: A.toString(16),
    answer(parameters, password, now) {
      const { SALT = '', SRP_B = '', USER_ID_FOR_SRP = '', SECRET_BLOCK = '' } = parameters
      const B = BigInt(`0x${SRP_B}`)
      const x = hash(padded(BigInt(`0x${SALT}`)), sha256(`${poolName}${USER_ID_FOR_SRP}:${password}`))
      const u = hash(padded(A), padded(B))
      const k = hash(padded(prime), padded(2n))
      const base = (((B - k * power(2n, x)) % prime) + prime) % prime
      const key = hkdfSync('sha256', padded(power(base, a + u * x)), padded(u), 'Caldera Derived Key', 16)
      const TIMESTAMP = srpTimestamp(now)
      const signature = createHmac('sha256', Buffer.from(key))
        .update(poolName + USER_ID_FOR_SRP)
        .update(Buffer.from(SECRET_BLOCK, 'base64'))
        .update(TIMESTAMP)
      return {
        USERNAME: USER_ID_FOR_SRP,
        PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
        PASSWORD_CLAIM_SIGNATURE: signature.digest('base64'),
        TIMESTAMP,
      }
    },
  }
}

/** `EEE MMM d HH:mm:ss UTC yyyy`. */
export function srpTimestamp(now: number): string {
  const [, weekday, day, month, year, time] =
    /^(\w+), 0?(\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(now).toUTCString()) ?? []
  return `${weekday} ${month} ${day} ${time} UTC ${year}`
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  for (let [square, rest] = [base, exponent]; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % prime
    square = (square * square) % prime
  }
  return result
}

/** As Java's BigInteger.toByteArray. */
function padded(value: bigint): Buffer {
  const hex = value.toString(16)
  const even = hex.length % 2 === 0 ? hex : `0${hex}`
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex')
}

const sha256 = (...parts: readonly (string | Uint8Array)[]) =>
  parts.reduce((digest, part) => digest.update(part), createHash('sha256')).digest()
const hash = (...parts: readonly Uint8Array[]) => BigInt(`0x${sha256(...parts).toString('hex')}`)
