import type { ChallengeNameType } from '@cognate/wire/user-pools.ts'

/** Whether the client carries the attempt as SECRET_BLOCK, which it signs; it carries the others as Session. */
export function ridesInSecretBlock(challenge: ChallengeNameType): boolean {
  return challenge === 'PASSWORD_VERIFIER' || challenge === 'DEVICE_PASSWORD_VERIFIER'
}
