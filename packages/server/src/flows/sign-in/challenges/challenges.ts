import type { ChallengeNameType } from '@cognate/wire/user-pools.ts'
import type { Challenge } from './challenge.ts'
import { newPasswordRequired } from './new-password-required.ts'
import { passwordVerifier } from './password-verifier.ts'
import { password } from './password.ts'

/** The questions that can be asked today. */
export const challenges: { readonly [Name in ChallengeNameType]?: Challenge } = {
  NEW_PASSWORD_REQUIRED: newPasswordRequired,
  PASSWORD: password,
  PASSWORD_VERIFIER: passwordVerifier,
}
