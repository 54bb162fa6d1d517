import { codeFactorOf } from '../../domain/passwordless.ts'
import { sessionExpired, sessionInvalid } from '../../domain/refusals.ts'
import { checkSecretHash } from '../client-secret.ts'
import { hasConfirmedAddress, openSignUpSession } from '../sign-up/sign-up-session.ts'
import type { World } from '../world.ts'
import type { Attempt } from './attempt.ts'
import type { Situation } from './challenges/challenge.ts'
import { firstFactors } from './first-factors.ts'
import type { Initiation } from './initiation.ts'
import { refuseOutdatedProof } from './outdated-proof.ts'
import { sessionEnd } from './session-end.ts'

interface ConfirmedSignUp {
  readonly situation: Situation
  /** Refuses whoever was changed since: what the code proved must hold of the user that is let in. */
  readonly refuseOutdated: (present: Situation) => void
}

/**
 * The sign-in that the code which confirmed a sign-up stands for, once, where one sent there could sign in; undefined where
 * it could not, and the user is asked as anybody is. Nothing else that the client says counts, but for the proof that it
 * knows its secret.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
 */
export async function confirmedSignUp(initiation: Initiation, world: World): Promise<ConfirmedSignUp | undefined> {
  const { pool, client, parameters, origin, session } = initiation
  if (session === undefined) return undefined
  const { confirmed, ...signUp } = openSignUpSession(session, initiation, world)
  if (!confirmed) throw sessionInvalid()
  const now = world.clock.now()
  if (signUp.expiresAt <= now) throw sessionExpired()
  const user = await world.store.users.findBySub(pool.id, signUp.sub)
  const factor = codeFactorOf(confirmed.by)
  if (!user || !factor) throw sessionInvalid()
  if (!hasConfirmedAddress({ pool, user }, confirmed, world)) throw sessionInvalid()
  const names = [user.username, user.sub, ...(parameters['USERNAME'] ? [parameters['USERNAME']] : [])]
  checkSecretHash(client, parameters['SECRET_HASH'], names, world)
  const attempt: Attempt = {
    id: signUp.id,
    poolId: pool.id,
    clientId: client.id,
    who: user.sub,
    calledAs: user.username,
    username: user.username,
    flow: 'USER_AUTH',
    proofs: [factor],
    provedPassword: confirmed.password,
    asked: 'SELECT_CHALLENGE',
    step: 0,
    startedAt: now,
    expiresAt: sessionEnd(client, now),
    memory: {},
  }
  const situation = { attempt, pool, client, user, origin }
  if (!firstFactors(situation).includes(factor)) return undefined
  const refuseOutdated = (present: Situation) => {
    refuseOutdatedProof(present)
    const holds = present.user && hasConfirmedAddress({ pool, user: present.user }, confirmed, world)
    if (!holds || !firstFactors(present).includes(factor)) throw sessionInvalid()
  }
  return { situation, refuseOutdated }
}
