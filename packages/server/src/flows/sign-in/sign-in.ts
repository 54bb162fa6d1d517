import type { ChallengeNameType } from '@cognate/wire/user-pools.ts'
import { hidesUserExistence } from '../../domain/user-existence.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import {
  sessionExpired,
  sessionInvalid,
  sessionSpent,
  tooManyPasswords,
  userNotFound,
  wrongCredentials,
} from '../../domain/refusals.ts'
import type { User } from '../../domain/user.ts'
import { settled } from '../../store/settled.ts'
import type { Statement } from '../../store/statement.ts'
import type { Guard } from '../../store/store.ts'
import { findUser } from '../find-user.ts'
import type { Admission } from '../tokens/issue-tokens.ts'
import type { World } from '../world.ts'
import type { Attempt } from './attempt.ts'
import type { Answers, Challenge, RightAnswer, Situation } from './challenges/challenge.ts'
import { challenges } from './challenges/challenges.ts'
import { identityOf } from './identity.ts'
import { newSession } from './new-session.ts'
import { nextChallenge } from './next.ts'
import { refusalByStatus } from './refusal-by-status.ts'

/** What the caller has to do next. Every door renders this; none decides it. */
export type Step =
  | {
      readonly kind: 'challenge'
      readonly name: ChallengeNameType
      readonly attempt: Attempt
      readonly parameters: Readonly<Record<string, string>>
    }
  | ({ readonly kind: 'admitted' } & Admission)

export interface Beginning {
  readonly pool: Pool
  readonly client: AppClient
  /** The name as the caller gave it. */
  readonly calledAs: string
  readonly asked: ChallengeNameType
  /** What the first question needs to know, such as SRP_A. */
  readonly memory: Readonly<Record<string, string>>
}

/** Starts a sign-in: finds who it is about, and leaves them with a first question that is yet to be asked. */
export async function begin(beginning: Beginning, world: World): Promise<Situation> {
  const { pool, client, calledAs, asked, memory } = beginning
  const user = await findUser(pool, calledAs, world)
  if (!user && !hidesUserExistence(client)) throw userNotFound()
  const now = world.clock.now()
  const attempt: Attempt = {
    id: world.random.uuid(),
    poolId: pool.id,
    clientId: client.id,
    ...identityOf(user, calledAs, pool, world),
    calledAs,
    proofs: [],
    asked,
    step: 0,
    startedAt: now,
    expiresAt: now + (client.settings.AuthSessionValidity ?? 3) * 60_000,
    memory,
  }
  return { attempt, pool, client, user }
}

/** Asks the question that the attempt stands at. */
export async function ask(situation: Situation, world: World): Promise<Step> {
  const { attempt } = situation
  const { parameters, memory = {} } = await challengeOf(attempt).ask(situation, world)
  return { kind: 'challenge', name: attempt.asked, attempt: { ...attempt, memory }, parameters }
}

/** What a carried attempt is about, if it is of this client and still in time. */
export async function resume(
  attempt: Attempt | undefined,
  { pool, client }: { readonly pool: Pool; readonly client: AppClient },
  world: World,
): Promise<Situation> {
  if (!attempt || attempt.poolId !== pool.id || attempt.clientId !== client.id) throw sessionInvalid()
  if (attempt.expiresAt <= world.clock.now()) throw sessionExpired()
  return withUser({ attempt, pool, client }, world)
}

/** Looks for nobody as well, so that it costs the same. */
async function withUser(place: Omit<Situation, 'user'>, { store }: Pick<World, 'store'>): Promise<Situation> {
  return { ...place, user: await store.users.findBySub(place.pool.id, place.attempt.who) }
}

/** Judges an answer and goes on: to the next question, or in. The user is read anew only if somebody saved them meanwhile. */
export function answer(situation: Situation, answers: Answers, world: World): Promise<Step> {
  let read: Situation | undefined = situation
  return settled(async () => {
    const present = read ?? (await withUser(situation, world))
    read = undefined
    return answerOnce(present, answers, world)
  })
}

async function answerOnce(situation: Situation, answers: Answers, world: World): Promise<Step> {
  const { attempt } = situation
  refuseOutdatedProof(situation)
  const verdict = await challengeOf(attempt).judge(answers, situation, world)
  if (verdict === 'wrong') return refuseWrong(situation, world)
  const refusal = refusalByStatus(verdict.before, world.clock.now())
  if (refusal) return refuseRight(refusal, situation, world)

  const proofs = [...attempt.proofs, verdict.proof]
  const asked = nextChallenge(proofs, verdict.user)
  if (!asked) return admit(verdict, situation, world)
  await spendStep(verdict, situation, world)
  const provedPassword = saltOf(verdict.user)
  const step = attempt.step + 1
  return ask({ ...situation, user: verdict.user, attempt: { ...attempt, proofs, provedPassword, asked, step } }, world)
}

/** Whoever proved a password that is not the user's any more has proved nothing. */
function refuseOutdatedProof({ attempt, user }: Situation): void {
  if (attempt.proofs.length > 0 && user && saltOf(user) !== attempt.provedPassword) throw sessionSpent()
}

/** Random with each password, so it tells one from another; there is none where there is no password. */
const saltOf = ({ credentials }: User) => credentials.password?.salt ?? ''

/** Counted in the store before it is told, and told only if it could be counted: parallel guesses cannot race the lock. */
async function refuseWrong(situation: Situation, { store, clock }: World): Promise<never> {
  await store.decide([store.guards.missPassword(passwordGuard(situation, clock), tooManyPasswords)])
  throw wrongCredentials()
}

/** Who the password belongs to is told why it does not help, but not while locked. */
async function refuseRight(refusal: Error, situation: Situation, world: World): Promise<never> {
  await world.store.decide(unlocked(situation, world))
  throw refusal
}

/** The one write of a successful sign-in: it opens the session, spends the attempt, and fails while locked. */
async function admit(right: RightAnswer, situation: Situation, world: World): Promise<Step> {
  const { pool, client } = situation
  const { store } = world
  const session = newSession(situation, world)
  const opened = store.sessions.open(session, sessionSpent)
  await store.decide(accepted(opened, right, situation, world))
  return { kind: 'admitted', pool, client, user: right.user, session }
}

async function spendStep(right: RightAnswer, situation: Situation, world: World): Promise<void> {
  const { store } = world
  const { poolId, id: attemptId, step, expiresAt } = situation.attempt
  const spent = store.sessions.spend({ poolId, attemptId, step, expiresAt }, sessionSpent)
  await store.decide(accepted(spent, right, situation, world))
}

/** Spent comes before the rest: a second answer must not be told what it would have changed. */
function accepted(spent: Statement, right: RightAnswer, situation: Situation, world: World): readonly Statement[] {
  return [...unlocked(situation, world), spent, ...asJudged(right, world), ...right.statements]
}

/**
 * Whoever was given another password, disabled or deleted since they were judged is judged again: a sign-in must not
 * outlive what ended every session. Saving them asks the same. A sign-out alone is no reason: it ends what was there.
 */
function asJudged({ before, user }: RightAnswer, { store }: Pick<World, 'store'>): readonly Statement[] {
  return user === before ? [store.users.unchanged(before)] : []
}

/** The right password forgets the wrong ones before it, unless they have locked the user. */
function unlocked(situation: Situation, { store, clock }: Pick<World, 'store' | 'clock'>): readonly Statement[] {
  const provesPassword = situation.attempt.proofs.length === 0
  return provesPassword ? [store.guards.clearPassword(passwordGuard(situation, clock), tooManyPasswords)] : []
}

function passwordGuard({ attempt, pool }: Situation, clock: World['clock']): Guard {
  return { poolId: pool.id, who: attempt.who, kind: 'Password', now: clock.now() }
}

function challengeOf({ asked }: Attempt): Challenge {
  const challenge = challenges[asked]
  if (!challenge) throw sessionInvalid()
  return challenge
}
