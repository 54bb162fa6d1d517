import { deviceGroupKey } from '../../../domain/device-tracking.ts'
import { deviceKeyInvalid, deviceNotFound, wrongCredentials } from '../../../domain/refusals.ts'
import { deviceVerifier } from '../../devices/device-verifier.ts'
import { deviceOf } from '../../devices/presented-device.ts'
import type { Challenge } from './challenge.ts'
import { srpHalf, srpProved } from './srp-exchange.ts'

/**
 * SRP with the secret that a device made up when it was confirmed.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html
 */
export const devicePasswordVerifier: Challenge = {
  guarded: { kind: 'Device', wrong: wrongCredentials },

  async ask(situation, world) {
    const device = await deviceOf(situation, world)
    if (!device) return { refusal: deviceNotFound() }
    const { attempt } = situation
    const { SRP_B, memory } = await srpHalf(attempt.memory['A'] ?? '', deviceVerifier(device, world), world)
    return { parameters: { SALT: device.salt, SRP_B, USERNAME: attempt.username, DEVICE_KEY: device.key }, memory }
  },

  async judge(answers, situation, world) {
    const { attempt, pool, user } = situation
    if (answers['DEVICE_KEY'] !== attempt.deviceKey) throw deviceKeyInvalid()
    const device = await deviceOf(situation, world)
    if (!device) throw deviceNotFound()
    const prover = { poolName: deviceGroupKey(pool), username: device.key, verifier: deviceVerifier(device, world) }
    const proved = await srpProved(answers, attempt, prover, world)
    return proved && user ? { proof: `DEVICE ${device.key}`, before: user, user, statements: [] } : 'wrong'
  },
}
