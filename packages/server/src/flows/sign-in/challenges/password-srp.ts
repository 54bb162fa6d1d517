import { missingParameter } from '../../../domain/refusals.ts'
import type { Challenge } from './challenge.ts'

/** Asks a client that chose SRP for its half, with which the password is then asked about. */
export const passwordSrp: Challenge = {
  ask: async () => ({ parameters: {} }),

  async judge(answers) {
    const A = answers['SRP_A']
    if (!A) throw missingParameter('SRP_A')
    return { chosen: 'PASSWORD_VERIFIER', memory: { A } }
  },
}
