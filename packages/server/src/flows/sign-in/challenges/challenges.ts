import type { ChallengeNameType } from '@cognate/wire/user-pools.ts'
import { sessionInvalid } from '../../../domain/refusals.ts'
import type { Attempt } from '../attempt.ts'
import type { Challenge } from './challenge.ts'
import { messageMfa } from './message-mfa.ts'
import { mfaSetup } from './mfa-setup.ts'
import { newPasswordRequired } from './new-password-required.ts'
import { passwordVerifier } from './password-verifier.ts'
import { password } from './password.ts'
import { selectMfaType } from './select-mfa-type.ts'
import { softwareTokenMfa } from './software-token-mfa.ts'

/** The question that an attempt stands at; refuses one that is not asked any more. */
export function challengeOf({ asked }: Pick<Attempt, 'asked'>): Challenge {
  const challenge = challenges[asked]
  if (!challenge) throw sessionInvalid()
  return challenge
}

const challenges: { readonly [Name in ChallengeNameType]?: Challenge } = {
  EMAIL_OTP: messageMfa('email', ['EMAIL_OTP_CODE', 'EMAIL_MFA_CODE']),
  MFA_SETUP: mfaSetup,
  NEW_PASSWORD_REQUIRED: newPasswordRequired,
  PASSWORD: password,
  PASSWORD_VERIFIER: passwordVerifier,
  SELECT_MFA_TYPE: selectMfaType,
  SMS_MFA: messageMfa('phone_number', ['SMS_MFA_CODE']),
  SOFTWARE_TOKEN_MFA: softwareTokenMfa,
}
