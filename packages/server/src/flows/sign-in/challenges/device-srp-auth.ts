import { deviceKeyInvalid, missingParameter } from '../../../domain/refusals.ts'
import type { Challenge } from './challenge.ts'

/**
 * Asks for the device's half of SRP; what proves it is DEVICE_PASSWORD_VERIFIER's to judge.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html
 */
export const deviceSrpAuth: Challenge = {
  async ask({ attempt }) {
    return { parameters: { USERNAME: attempt.username, DEVICE_KEY: attempt.deviceKey ?? '' } }
  },

  async judge(answers, { attempt }) {
    const A = answers['SRP_A']
    if (!A) throw missingParameter('SRP_A')
    if (answers['DEVICE_KEY'] !== attempt.deviceKey) throw deviceKeyInvalid()
    return { chosen: 'DEVICE_PASSWORD_VERIFIER', memory: { A } }
  },
}
