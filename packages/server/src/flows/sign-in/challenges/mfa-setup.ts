import { isEmail } from '../../../domain/contact.ts'
import { mfaChoices } from '../../../domain/mfa-choices.ts'
import type { MfaFactor } from '../../../domain/mfa-factor.ts'
import { offeredMfaFactors } from '../../../domain/offered-mfa-factors.ts'
import { emailMalformed, noFactorToSetUp, sessionInvalid, softwareTokenMissing } from '../../../domain/refusals.ts'
import { checkChangedAttributes, checkWritable } from '../../../domain/user-attributes.ts'
import type { User } from '../../../domain/user.ts'
import { nameChanges } from '../../attributes/name-changes.ts'
import { sealSoftwareToken } from '../../mfa/software-token-secret.ts'
import type { World } from '../../world.ts'
import type { Challenge, RightAnswer, Situation } from './challenge.ts'

/**
 * The pool requires a second factor and the user has none. With the Session that VerifySoftwareToken gave, the
 * authenticator verified there is theirs; an e-mail address is taken and asked about next.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html
 */
export const mfaSetup: Challenge = {
  async ask({ attempt, pool }) {
    const offered = offeredMfaFactors(pool.settings)
    // A phone number is collected elsewhere, and the sign-in begun anew.
    if (!offered.some((factor) => factor !== 'SMS_MFA')) return { refusal: noFactorToSetUp() }
    return { parameters: { MFAS_CAN_SETUP: JSON.stringify(offered), USER_ID_FOR_SRP: attempt.username } }
  },

  async judge(answers, situation, world) {
    const { pool, user } = situation
    if (!user) return 'wrong'
    // Whoever set up a factor meanwhile is asked for that one: a password alone must not add another.
    if (mfaChoices(pool, user).length > 0) throw sessionInvalid()
    const email = answers['email']
    if (email !== undefined && offeredMfaFactors(pool.settings).includes('EMAIL_OTP'))
      return withEmail(email, situation, user, world)
    return withSoftwareToken(situation, user, world)
  },
}

function withSoftwareToken({ attempt, pool }: Situation, before: User, world: World): RightAnswer {
  const { secret, verified, friendlyName } = attempt.memory
  if (secret === undefined || verified === undefined) throw softwareTokenMissing()
  if (!offeredMfaFactors(pool.settings).includes('SOFTWARE_TOKEN_MFA')) throw softwareTokenMissing()
  const factor: MfaFactor = 'SOFTWARE_TOKEN_MFA'
  const { associatedSecret: _, ...credentials } = before.credentials
  const named = friendlyName === undefined ? {} : { friendlyName }
  const user: User = {
    ...before,
    credentials: {
      ...credentials,
      softwareToken: { secret: sealSoftwareToken(secret, before, world), ...named },
      mfa: { enabled: [factor], preferred: factor },
    },
    modifiedAt: world.clock.now(),
  }
  return { proof: `MFA ${factor}`, before, user, statements: world.store.users.save(user, before) }
}

async function withEmail(email: string, { pool, client }: Situation, before: User, world: World): Promise<RightAnswer> {
  checkWritable(['email'], client)
  if (!isEmail(email)) throw emailMalformed()
  checkChangedAttributes({ email }, before.attributes, pool)
  const attributes = { ...before.attributes, email, email_verified: 'false' }
  const user: User = { ...before, attributes, modifiedAt: world.clock.now() }
  const names = await nameChanges(pool, before, user, world)
  return { before, user, statements: [...world.store.users.save(user, before), ...names] }
}
