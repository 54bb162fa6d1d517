import type { ChallengeNameType } from '@cognate/wire/user-pools.ts'
import type { Attempt } from './attempt.ts'

/** The right answers of ours that a custom sign-in's functions are told of. */
const told: readonly ChallengeNameType[] = ['EMAIL_OTP', 'PASSWORD_VERIFIER', 'SMS_MFA', 'SOFTWARE_TOKEN_MFA']

/** The rounds of a custom sign-in with the one that just went well; nothing in any other. */
export function roundsOn({ asked, rounds }: Attempt): Pick<Attempt, 'rounds'> {
  if (!rounds) return {}
  return { rounds: told.includes(asked) ? [...rounds, [asked, true]] : rounds }
}
