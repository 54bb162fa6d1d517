import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { modularPower } from '../packages/server/src/crypto/modular-power.ts'
import { groupBytes, integerOf, javaBytes, multiplier, prime, sha256 } from '../packages/server/src/crypto/srp-group.ts'
import { password } from './site.ts'

/** Everybody's half of SRP. It makes A once and remembers g^x of every user, to leave the machine to the server. */
export interface SrpClient {
  /** `SRP_A`. */
  readonly A: string
  /** The answers to PASSWORD_VERIFIER, but for SECRET_HASH. */
  answer(parameters: Readonly<Record<string, string>>): Readonly<Record<string, string>>
}

export function srpClient(poolId: string): SrpClient {
  const power = modularPower()
  const poolName = poolId.slice(poolId.indexOf('_') + 1)
  const a = integerOf(randomBytes(32))
  const A = integerOf(power(groupBytes(2n), groupBytes(a)))
  const known = new Map<string, { readonly x: bigint; readonly gToTheX: bigint }>()

  function privateKeyOf(username: string, salt: string) {
    const remembered = known.get(username)
    if (remembered) return remembered
    const identity = sha256(Buffer.from(`${poolName}${username}:${password}`))
    const x = integerOf(sha256(javaBytes(BigInt(`0x${salt}`)), identity))
    const made = { x, gToTheX: integerOf(power(groupBytes(2n), groupBytes(x))) }
    known.set(username, made)
    return made
  }

  return {
    A: A.toString(16),
    answer({ USER_ID_FOR_SRP: username = '', SALT = '0', SRP_B = '0', SECRET_BLOCK = '' }) {
      const { x, gToTheX } = privateKeyOf(username, SALT)
      const B = BigInt(`0x${SRP_B}`)
      const u = integerOf(sha256(javaBytes(A), javaBytes(B)))
      const base = (((B - multiplier * gToTheX) % prime) + prime) % prime
      const secret = integerOf(power(groupBytes(base), groupBytes(a + u * x)))
      const key = Buffer.from(hkdfSync('sha256', javaBytes(secret), javaBytes(u), 'Caldera Derived Key', 16))
      const TIMESTAMP = timestamp(new Date())
      const signature = createHmac('sha256', key)
        .update(`${poolName}${username}`)
        .update(Buffer.from(SECRET_BLOCK, 'base64'))
        .update(TIMESTAMP)
        .digest('base64')
      return {
        USERNAME: username,
        PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
        PASSWORD_CLAIM_SIGNATURE: signature,
        TIMESTAMP,
      }
    },
  }
}

/** `Fri Nov 6 07:08:09 UTC 2026`. */
function timestamp(now: Date): string {
  const [weekday = '', day = '', month = '', year = '', time = ''] = now.toUTCString().replace(',', '').split(' ')
  return `${weekday} ${month} ${Number(day)} ${time} UTC ${year}`
}
