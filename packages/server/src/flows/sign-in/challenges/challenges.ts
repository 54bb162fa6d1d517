import type { ChallengeNameType } from '@cognate/wire/user-pools.ts'
import { sessionInvalid } from '../../../domain/refusals.ts'
import type { Attempt } from '../attempt.ts'
import { hasFirstFactor } from '../next.ts'
import type { Challenge } from './challenge.ts'
import { firstFactorCode, secondFactorCode } from './code-use.ts'
import { devicePasswordVerifier } from './device-password-verifier.ts'
import { deviceSrpAuth } from './device-srp-auth.ts'
import { mfaSetup } from './mfa-setup.ts'
import { newPasswordRequired } from './new-password-required.ts'
import { passwordSrp } from './password-srp.ts'
import { passwordVerifier } from './password-verifier.ts'
import { password } from './password.ts'
import { selectChallenge } from './select-challenge.ts'
import { selectMfaType } from './select-mfa-type.ts'
import { sentCode } from './sent-code.ts'
import { softwareTokenMfa } from './software-token-mfa.ts'
import { webAuthn } from './web-authn.ts'
import { whileAvailable } from './while-available.ts'
import { whileSecondFactor } from './while-second-factor.ts'

type Challenges = { readonly [Name in ChallengeNameType]?: Challenge }

/** The question that an attempt stands at; refuses one that is not asked any more. */
export function challengeOf({ asked, proofs }: Pick<Attempt, 'asked' | 'proofs'>): Challenge {
  const challenge = (hasFirstFactor(proofs) ? undefined : firstCodes[asked]) ?? challenges[asked]
  if (!challenge) throw sessionInvalid()
  return challenge
}

const emailCode = { attribute: 'email', answerNames: ['EMAIL_OTP_CODE', 'EMAIL_MFA_CODE'] } as const
const smsCode = (name: string) => ({ attribute: 'phone_number', answerNames: [name] }) as const

/** As long as nothing was shown, the code is all that is. */
const firstCodes: Challenges = {
  EMAIL_OTP: whileAvailable('EMAIL_OTP', sentCode({ ...emailCode, use: firstFactorCode, proof: 'EMAIL_OTP' })),
}

const challenges: Challenges = {
  DEVICE_PASSWORD_VERIFIER: devicePasswordVerifier,
  DEVICE_SRP_AUTH: deviceSrpAuth,
  EMAIL_OTP: whileSecondFactor('EMAIL_OTP', sentCode({ ...emailCode, use: secondFactorCode, proof: 'MFA EMAIL_OTP' })),
  MFA_SETUP: mfaSetup,
  NEW_PASSWORD_REQUIRED: newPasswordRequired,
  PASSWORD: password,
  PASSWORD_SRP: passwordSrp,
  PASSWORD_VERIFIER: passwordVerifier,
  SELECT_CHALLENGE: selectChallenge,
  SELECT_MFA_TYPE: selectMfaType,
  SMS_MFA: whileSecondFactor(
    'SMS_MFA',
    sentCode({ ...smsCode('SMS_MFA_CODE'), use: secondFactorCode, proof: 'MFA SMS_MFA' }),
  ),
  SMS_OTP: whileAvailable('SMS_OTP', sentCode({ ...smsCode('SMS_OTP_CODE'), use: firstFactorCode, proof: 'SMS_OTP' })),
  SOFTWARE_TOKEN_MFA: whileSecondFactor('SOFTWARE_TOKEN_MFA', softwareTokenMfa),
  WEB_AUTHN: webAuthn,
}
