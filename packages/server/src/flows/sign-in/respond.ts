import type { ChallengeNameType } from '@cognate/wire/user-pools.ts'
import type { CallOrigin } from '../../domain/call-origin.ts'
import { foldName } from '../../domain/names.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import { missingParameter, sessionInvalid } from '../../domain/refusals.ts'
import { checkSecretHash } from '../client-secret.ts'
import type { World } from '../world.ts'
import type { Attempt } from './attempt.ts'
import { ridesInSecretBlock } from './rides-in-secret-block.ts'
import { resume } from './resume.ts'
import { answer, type Step } from './sign-in.ts'

export interface Reply {
  readonly pool: Pool
  readonly client: AppClient
  readonly challenge: ChallengeNameType
  readonly session: string | undefined
  readonly answers: Readonly<Record<string, string>>
  readonly origin: CallOrigin
  readonly clientMetadata: Readonly<Record<string, string>> | undefined
}

/** Goes on with a sign-in from what the client carried: `Session`, or for SRP the SECRET_BLOCK. */
export async function respond(reply: Reply, world: World): Promise<Step> {
  const { pool, client, challenge, session, answers, origin, clientMetadata } = reply
  const name = answers['USERNAME']
  if (!name) throw missingParameter('USERNAME')
  const place = { pool, client, origin, clientMetadata }
  const situation = await resume(carriedAttempt(challenge, session, answers, world), place, world)
  const { attempt } = situation
  const question = questionMeant(attempt, challenge, answers)
  const names = [attempt.calledAs, attempt.username, attempt.who]
  if (!names.some((known) => foldName(pool, known) === foldName(pool, name))) throw sessionInvalid()
  checkSecretHash(client, answers['SECRET_HASH'], [name, ...names], world)
  return answer({ ...situation, attempt: { ...attempt, asked: question.asked } }, question.answers, world)
}

/**
 * Who is asked what to begin with may name it as the challenge they answer, and may answer it at once.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
 */
function questionMeant({ asked }: Attempt, challenge: ChallengeNameType, answers: Reply['answers']) {
  if (asked !== 'SELECT_CHALLENGE') {
    if (asked !== challenge) throw sessionInvalid()
    return { asked, answers }
  }
  const ANSWER = challenge === asked ? answers['ANSWER'] : challenge
  if (ANSWER === 'PASSWORD' && answers['PASSWORD']) return { asked: ANSWER, answers } as const
  if (ANSWER === 'WEB_AUTHN' && answers['CREDENTIAL']) return { asked: ANSWER, answers } as const
  return { asked, answers: { ...answers, ...(ANSWER && { ANSWER }) } }
}

function carriedAttempt(
  challenge: ChallengeNameType,
  session: string | undefined,
  answers: Reply['answers'],
  { carried }: Pick<World, 'carried'>,
) {
  if (!ridesInSecretBlock(challenge)) return session === undefined ? undefined : carried.session.open(session)
  const block = answers['PASSWORD_CLAIM_SECRET_BLOCK']
  if (!block) throw missingParameter('PASSWORD_CLAIM_SECRET_BLOCK')
  return carried.secretBlock.open(block)
}
