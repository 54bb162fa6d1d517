import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { jwsSigner } from '../packages/server/src/crypto/jws.ts'
import { modularPower } from '../packages/server/src/crypto/modular-power.ts'
import { groupBytes } from '../packages/server/src/crypto/srp-group.ts'
import { median } from './median.ts'

/** CPU milliseconds of the two things that sign-ins cannot do without. */
export interface Limit {
  /** g^x modulo SRP's prime, x of 256 bits. */
  readonly powerMs: number
  /** One RS256 signature of a key of 2048 bits. */
  readonly signatureMs: number
}

/**
 * Measures as the server is measured: user and system time of the process, around a loop; a few samples at a time, so
 * that it can be done while the server is at work and both meet the same machine.
 */
export interface LimitMeter {
  sample(): Promise<void>
  /** The median of the samples since this was last asked. */
  read(): Limit
}

export function limitMeter(): LimitMeter {
  const power = modularPower()
  const generator = groupBytes(2n)
  const sign = signer()
  let powers: number[] = []
  let signatures: number[] = []
  return {
    async sample() {
      powers.push(await cpuMsOf(10, () => Promise.resolve(power(generator, randomBytes(32)))))
      signatures.push(await cpuMsOf(20, sign))
    },
    read() {
      const limit = { powerMs: median(powers), signatureMs: median(signatures) }
      powers = []
      signatures = []
      return limit
    },
  }
}

async function cpuMsOf(times: number, work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  for (let at = 0; at < times; at++) await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / times
}

function signer(): () => Promise<string> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const sign = jwsSigner('limit', createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' })))
  // About as long as the claims of an ID token.
  const claims = { text: 'x'.repeat(500) }
  return () => sign(claims)
}
