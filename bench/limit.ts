import { createPrivateKey, generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto'
import { modularPower } from '../packages/server/src/crypto/modular-power.ts'
import { groupBytes } from '../packages/server/src/crypto/srp-group.ts'
import { median } from './median.ts'

/** CPU milliseconds of the things that sign-ins cannot do without. */
export interface Limit {
  /** g^x modulo SRP's prime, x of 256 bits. */
  readonly powerMs: number
  /** One RS256 signature of a key of 2048 bits. */
  readonly signatureMs: number
  /** One ES256 signature verified. */
  readonly verificationMs: number
}

/**
 * Measures as the server is measured: user and system time of the process, around a loop of a few
 * milliseconds, so that it can be done while the server is at work and both meet the same machine.
 */
export interface LimitMeter {
  sample(): void
  /** The median of the samples since this was last asked. */
  read(): Limit
}

export function limitMeter(): LimitMeter {
  const power = modularPower()
  const generator = groupBytes(2n)
  const signature = signer()
  const verification = verifier()
  let powers: number[] = []
  let signatures: number[] = []
  let verifications: number[] = []
  return {
    sample() {
      powers.push(cpuMsOf(4, () => power(generator, randomBytes(32))))
      signatures.push(cpuMsOf(8, signature))
      verifications.push(cpuMsOf(8, verification))
    },
    read() {
      const limit = {
        powerMs: median(powers),
        signatureMs: median(signatures),
        verificationMs: median(verifications),
      }
      powers = []
      signatures = []
      verifications = []
      return limit
    },
  }
}

function cpuMsOf(times: number, work: () => unknown): number {
  const before = process.cpuUsage()
  for (let at = 0; at < times; at++) work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / times
}

/** Of as many bytes as an ID token signs. */
function signer(): () => Buffer {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' }))
  const text = Buffer.alloc(800, 'x')
  return () => sign('sha256', text, key)
}

/** Of as many bytes as an authenticator signs. */
function verifier(): () => boolean {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const text = Buffer.alloc(69, 'x')
  const signature = sign('sha256', text, privateKey)
  return () => verify('sha256', text, publicKey, signature)
}
