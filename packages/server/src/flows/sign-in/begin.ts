import type { ChallengeNameType } from '@cognate/wire/user-pools.ts'
import type { CallOrigin } from '../../domain/call-origin.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import { userNotFound } from '../../domain/refusals.ts'
import { hidesUserExistence } from '../../domain/user-existence.ts'
import { findUser } from '../find-user.ts'
import type { World } from '../world.ts'
import type { Attempt } from './attempt.ts'
import type { Situation } from './challenges/challenge.ts'
import { identityOf } from './identity.ts'
import { sessionEnd } from './session-end.ts'

export interface Beginning {
  readonly pool: Pool
  readonly client: AppClient
  /** The name as the caller gave it. */
  readonly calledAs: string
  readonly flow?: 'USER_AUTH'
  readonly deviceKey?: string
  readonly asked: ChallengeNameType
  /** What the first question needs to know, such as SRP_A. */
  readonly memory: Readonly<Record<string, string>>
  readonly origin: CallOrigin
}

/** Starts a sign-in: finds who it is about, and leaves them with a first question that is yet to be asked. */
export async function begin(beginning: Beginning, world: World): Promise<Situation> {
  const { pool, client, calledAs, flow, deviceKey, asked, memory, origin } = beginning
  const user = await findUser(pool, calledAs, world)
  if (!user && !hidesUserExistence(client)) throw userNotFound()
  const now = world.clock.now()
  const attempt: Attempt = {
    id: world.random.uuid(),
    poolId: pool.id,
    clientId: client.id,
    ...identityOf(user, calledAs, pool, world),
    calledAs,
    ...(flow && { flow }),
    proofs: [],
    deviceKey,
    asked,
    step: 0,
    startedAt: now,
    expiresAt: sessionEnd(client, now),
    memory,
  }
  world.journal.about({ flowId: attempt.id, calledAs })
  return { attempt, pool, client, user, origin }
}
