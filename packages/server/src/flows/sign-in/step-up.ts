import { acrLevels, acrName, type AcrLevel } from '../../domain/acr-level.ts'
import type { AuthenticationMethod } from '../../domain/authentication-method.ts'
import type { Pool } from '../../domain/pool.ts'
import {
  accessTokenInvalid,
  acrValuesMissing,
  acrValuesUnknown,
  levelReached,
  levelUnreachable,
  maxAgeInvalid,
  noStepUp,
} from '../../domain/refusals.ts'
import type { Session } from '../../domain/session.ts'
import { readAccessToken } from '../tokens/read-access-token.ts'
import type { World } from '../world.ts'
import type { Attempt, Proof } from './attempt.ts'
import type { Answers, Situation } from './challenges/challenge.ts'
import { canReach } from './can-reach.ts'
import { factorsOf, seemingFactorsOf } from './factors-of.ts'
import { methodsShown } from './methods-shown.ts'
import { saltOf } from './salt-of.ts'
import { reaches, type Factors } from './towards-level.ts'

type Credit = Pick<Attempt, 'aim' | 'proofs' | 'provedPassword'>

/**
 * What level a sign-in aims at, the first of those wanted that the user can reach, and what an access token shows of the
 * way there. https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html
 */
export async function stepUpOf(
  parameters: Answers,
  situation: Situation,
  world: World,
): Promise<Credit | Record<string, never>> {
  const { TARGET_ACR_VALUES: wanted, ACCESS_TOKEN: token } = parameters
  const maxAge = maxAgeIn(parameters)
  if (!wanted && token) throw acrValuesMissing()
  if (!wanted) return {}
  const levels = levelsNamed(wanted, situation.pool)
  const proofs = token ? await proofsOf(token, maxAge, situation, world) : []
  const aim = reachableOf(levels, proofs, situation)
  if (aim === undefined) throw levelUnreachable()
  if (token && reaches(aim, methodsShown(proofs))) throw levelReached()
  return { aim, proofs, ...(situation.user && { provedPassword: saltOf(situation.user) }) }
}

/** That the user cannot reach what others could is refused where the first factor is chosen, if that may be told. */
function reachableOf(levels: readonly AcrLevel[], proofs: readonly Proof[], situation: Situation) {
  const reached = (factors: Factors) => levels.find((level) => canReach(level, proofs, factors))
  return reached(factorsOf(situation)) ?? reached(seemingFactorsOf(situation))
}

/** As many seconds as the last sign-in may be ago. */
function maxAgeIn({ MAX_AGE: seconds }: Answers): number {
  if (seconds === undefined) return Infinity
  if (!/^\d{1,10}$/.test(seconds)) throw maxAgeInvalid()
  return Number(seconds)
}

/** Those that the pool has a name for, in the order of the request; longer lists than there are levels say no more. */
function levelsNamed(wanted: string, { settings }: Pool): readonly AcrLevel[] {
  if (settings.UserPoolTier === 'LITE') throw noStepUp(settings.UserPoolTier)
  const named = new Map(acrLevels.map((level) => [acrName(settings, level), level]))
  const levels = wanted.split(' ').flatMap((name) => named.get(name) ?? [])
  if (levels.length === 0) throw acrValuesUnknown()
  return levels
}

/** What the token's sign-in showed, if that is recent enough. */
async function proofsOf(
  token: string,
  maxAge: number,
  { attempt, pool, client }: Situation,
  world: World,
): Promise<readonly Proof[]> {
  const { user, session, client: owner } = await readAccessToken(token, accessTokenInvalid, world)
  if (owner.id !== client.id || user.poolId !== pool.id || user.sub !== attempt.who) throw accessTokenInvalid()
  if (world.clock.now() - session.authenticatedAt > maxAge * 1000) return []
  return creditOf(session)
}

/** A code is what it was sent for: beside a password the second factor, alone the first. */
function creditOf({ amr = [] }: Session): readonly Proof[] {
  const withPassword = amr.includes('pwd')
  const proofOf: Readonly<Partial<Record<AuthenticationMethod, Proof>>> = {
    pwd: 'PASSWORD',
    otp: 'MFA SOFTWARE_TOKEN_MFA',
    sms: withPassword ? 'MFA SMS_MFA' : 'SMS_OTP',
    email_otp: withPassword ? 'MFA EMAIL_OTP' : 'EMAIL_OTP',
    swk: 'WEB_AUTHN platform',
    hwk: 'WEB_AUTHN cross-platform',
  }
  return amr.flatMap((method) => proofOf[method] ?? [])
}
