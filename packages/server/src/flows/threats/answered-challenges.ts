import type { ChallengeName, ChallengeNameType } from '@cognate/wire/user-pools.ts'
import type { AnsweredChallenge } from '../../domain/auth-event.ts'

/** What a sign-in was asked, with the last answer to each; AWS knows passwords and second factors here [D]. */
export function answeredChallenges(
  before: readonly AnsweredChallenge[] | undefined,
  asked: ChallengeNameType,
  answer: 'right' | 'wrong',
): readonly AnsweredChallenge[] {
  const name = kinds[asked]
  const others = (before ?? []).filter((challenge) => challenge.name !== name)
  return name === undefined ? others : [...others, { name, response: answer === 'right' ? 'Success' : 'Failure' }]
}

const kinds: { readonly [Name in ChallengeNameType]?: ChallengeName } = {
  PASSWORD: 'Password',
  PASSWORD_SRP: 'Password',
  PASSWORD_VERIFIER: 'Password',
  EMAIL_OTP: 'Mfa',
  SMS_MFA: 'Mfa',
  SMS_OTP: 'Mfa',
  SOFTWARE_TOKEN_MFA: 'Mfa',
}
