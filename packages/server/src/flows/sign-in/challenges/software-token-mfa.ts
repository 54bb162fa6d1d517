import { totpStep } from '../../../crypto/totp.ts'
import { missingParameter, softwareTokenCodeMismatch, softwareTokenCodeUsed } from '../../../domain/refusals.ts'
import { softwareTokenSecret } from '../../mfa/software-token-secret.ts'
import { useCodeOnce } from '../../mfa/use-code-once.ts'
import type { Challenge } from './challenge.ts'

/**
 * A code of the user's authenticator app, each good once. The app goes by the client's time.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-totp.html
 */
export const softwareTokenMfa: Challenge = {
  guarded: { kind: 'Mfa', wrong: softwareTokenCodeMismatch },

  async ask({ attempt, user }) {
    const FRIENDLY_DEVICE_NAME = user?.credentials.softwareToken?.friendlyName
    const named = FRIENDLY_DEVICE_NAME === undefined ? {} : { FRIENDLY_DEVICE_NAME }
    return { parameters: { USER_ID_FOR_SRP: attempt.username, ...named } }
  },

  async judge(answers, { pool, user }, world) {
    const code = answers['SOFTWARE_TOKEN_MFA_CODE']
    if (code === undefined) throw missingParameter('SOFTWARE_TOKEN_MFA_CODE')
    const token = user?.credentials.softwareToken
    if (!user || !token) return 'wrong'
    const secret = softwareTokenSecret(token.secret, user, world)
    const step = totpStep(secret, code, world.clientClock.now())
    if (step === undefined) return 'wrong'
    const used = useCodeOnce({ poolId: pool.id, secret, step }, world, softwareTokenCodeUsed)
    return { proof: 'MFA SOFTWARE_TOKEN_MFA', before: user, user, statements: [used] }
  },
}
