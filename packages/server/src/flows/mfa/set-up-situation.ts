import { offeredMfaFactors } from '../../domain/offered-mfa-factors.ts'
import type { Pool } from '../../domain/pool.ts'
import { sessionInvalid, softwareTokenNotOffered } from '../../domain/refusals.ts'
import { publicClient } from '../public-client.ts'
import type { Situation } from '../sign-in/challenges/challenge.ts'
import { resume } from '../sign-in/resume.ts'
import type { World } from '../world.ts'

/** Where a sign-in stands that waits for its user to set up a factor. */
export async function setUpSituation(session: string, world: World): Promise<Situation> {
  const attempt = world.carried.session.open(session)
  if (!attempt) throw sessionInvalid()
  const situation = await resume(attempt, await publicClient(attempt.clientId, world), world)
  if (attempt.asked !== 'MFA_SETUP' || !situation.user) throw sessionInvalid()
  requireSoftwareTokens(situation.pool)
  return situation
}

/** Refuses where the pool has no authenticators. */
export function requireSoftwareTokens({ settings }: Pool): void {
  if (!offeredMfaFactors(settings).includes('SOFTWARE_TOKEN_MFA')) throw softwareTokenNotOffered()
}
