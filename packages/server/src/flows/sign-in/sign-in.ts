import type { ChallengeNameType, NewDeviceMetadataType } from '@cognate/wire/user-pools.ts'
import type { CallOrigin } from '../../domain/call-origin.ts'
import { confirmationCounts } from '../../domain/confirmation-counts.ts'
import { tracksDevices } from '../../domain/device-tracking.ts'
import type { FirstFactor } from '../../domain/first-factor.ts'
import { hidesUserExistence } from '../../domain/user-existence.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import {
  deviceNotFound,
  sessionExpired,
  sessionInvalid,
  sessionSpent,
  userNotFound,
  wrongCredentials,
} from '../../domain/refusals.ts'
import type { User } from '../../domain/user.ts'
import { settled } from '../../store/settled.ts'
import type { Statement } from '../../store/statement.ts'
import { newDevice } from '../devices/new-device.ts'
import { deviceKeyIn, deviceOf, presentedDevice } from '../devices/presented-device.ts'
import { findUser } from '../find-user.ts'
import type { Issuing } from '../tokens/issue-tokens.ts'
import { watched } from '../threats/watched.ts'
import type { World } from '../world.ts'
import { accepted } from './accepted.ts'
import type { Attempt } from './attempt.ts'
import type { Answers, Choice, Question, RightAnswer, Situation } from './challenges/challenge.ts'
import { challengeOf } from './challenges/challenges.ts'
import { customAnswer, judgeCustomChallenge } from './challenges/custom-challenge.ts'
import { refuseRight, refuseWrong } from './guarded-answer.ts'
import { identityOf } from './identity.ts'
import { nextChallenge } from './next.ts'
import { nextCustomQuestion } from './next-custom-question.ts'
import { occasionOf } from './occasion-of.ts'
import { opening } from './opening.ts'
import { refuseOutdatedProof } from './outdated-proof.ts'
import { refusalByStatus } from './refusal-by-status.ts'
import { roundsOn } from './rounds-on.ts'
import { saltOf } from './salt-of.ts'
import { sessionEnd } from './session-end.ts'
import { stepSpent } from './step-spent.ts'

/** What the caller has to do next. Every door renders this; none decides it. */
export type Step =
  | {
      readonly kind: 'challenge'
      readonly name: ChallengeNameType
      readonly attempt: Attempt
      readonly parameters: Readonly<Record<string, string>>
      readonly available?: readonly FirstFactor[]
    }
  | ({ readonly kind: 'admitted'; readonly newDevice?: NewDeviceMetadataType } & Issuing)

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
  return { attempt, pool, client, user, origin }
}

/** Asks the question that the attempt begins with. */
export async function ask(situation: Situation, world: World): Promise<Step> {
  const question = await challengeOf(situation.attempt).ask(situation, world)
  if ('refusal' in question) throw question.refusal
  await decideWith(question, [], world)
  return asked(question, situation)
}

function asked({ parameters, memory = {}, available }: Question, { attempt }: Situation): Step {
  const step = { name: attempt.asked, attempt: { ...attempt, memory }, parameters, ...(available && { available }) }
  return { kind: 'challenge', ...step }
}

/** What a carried attempt is about, if it is of this client and still in time. */
export async function resume(
  attempt: Attempt | undefined,
  place: Pick<Situation, 'pool' | 'client' | 'origin' | 'clientMetadata'>,
  world: World,
): Promise<Situation> {
  if (!attempt || attempt.poolId !== place.pool.id || attempt.clientId !== place.client.id) throw sessionInvalid()
  if (attempt.expiresAt <= world.clock.now()) throw sessionExpired()
  return withUser({ attempt, ...place }, world)
}

/** Looks for nobody as well, so that it costs the same. */
async function withUser(place: Omit<Situation, 'user'>, { store }: Pick<World, 'store'>): Promise<Situation> {
  return { ...place, user: await store.users.findBySub(place.pool.id, place.attempt.who) }
}

/** Judges an answer and goes on: to the next question, or in. The user is read anew only if somebody saved them meanwhile. */
export function answer(situation: Situation, answers: Answers, world: World): Promise<Step> {
  return watched(situation, answers, (present) => answerOnceSettled(present, answers, world), world)
}

function answerOnceSettled(situation: Situation, answers: Answers, world: World): Promise<Step> {
  if (situation.attempt.asked === 'CUSTOM_CHALLENGE') return answerCustom(situation, answers, world)
  let read: Situation | undefined = situation
  return settled(async () => {
    const present = read ?? (await withUser(situation, world))
    read = undefined
    return answerOnce(present, answers, world)
  })
}

/** Goes on from what was shown elsewhere, as if it had just been answered. */
export function goOnFrom(situation: Situation, world: World): Promise<Step> {
  const goOnce = async (watchedOne: Situation) => {
    const present = await withUser(watchedOne, world)
    const { user } = present
    if (!user) throw sessionSpent()
    refuseOutdatedProof(present)
    const device = await deviceOf(present, world)
    return goOnWith({ before: user, user, statements: [] }, { ...present, device }, world)
  }
  return watched(situation, {}, (present) => settled(() => goOnce(present)), world)
}

async function answerOnce(situation: Situation, answers: Answers, world: World): Promise<Step> {
  const { attempt } = situation
  refuseOutdatedProof(situation)
  const verdict = await challengeOf(attempt).judge(answers, situation, world)
  if (verdict === 'wrong') return refuseWrong(situation, world)
  if ('chosen' in verdict) return askChosen(verdict, situation, world)
  const device = await presentedDevice(answers, situation, world)
  if (device === 'unknown') return refuseRight(deviceNotFound(), situation, world)
  return goOnWith(verdict, { ...situation, device }, world)
}

/** After a right answer: to the next question, or in. */
async function goOnWith(verdict: RightAnswer, situation: Situation, world: World): Promise<Step> {
  const { attempt, pool, device } = situation
  const now = world.clock.now()
  const proofs = verdict.proof ? [...attempt.proofs, verdict.proof] : attempt.proofs
  const refusal = refusalByStatus(verdict, proofs, now)
  if (refusal) return refuseRight(refusal, situation, world)

  const weighed = (await situation.watch?.weigh({ ...verdict, proofs, device })) ?? {}
  if (weighed.refusal) return refuseRight(weighed.refusal, situation, world, weighed.statements)
  const demands = weighed.demands ?? attempt.demands

  const right = spendConfirmation(verdict, situation, world)
  // In a custom sign-in the device comes last, when the functions have nothing more to ask.
  const next = nextChallenge({
    aim: attempt.aim,
    proofs,
    pool,
    user: verdict.user,
    now,
    device: attempt.rounds ? undefined : device,
    demands,
  })
  if (!next) return (attempt.rounds ? askAsWanted : admit)(right, proofs, situation, world)
  const further = oneStepOn(situation, right.user, {
    proofs,
    asked: next,
    expiresAt: sessionEnd(situation.client, now),
    demands,
  })
  const question = await challengeOf(further.attempt).ask(further, world)
  if ('refusal' in question) return refuseRight(question.refusal, situation, world)
  await goOn(right, question, situation, world)
  return asked(question, further)
}

/** A choice proves nothing, so nothing is asked of the user's state; it is made once. */
async function askChosen({ chosen, memory }: Choice, situation: Situation, world: World): Promise<Step> {
  const { attempt, client } = situation
  const expiresAt = sessionEnd(client, world.clock.now())
  const further = { ...situation, attempt: { ...attempt, asked: chosen, memory, expiresAt, step: attempt.step + 1 } }
  const question = await challengeOf(further.attempt).ask(further, world)
  if ('refusal' in question) throw question.refusal
  await decideWith(question, [stepSpent(situation, world)], world)
  return asked(question, further)
}

function oneStepOn(
  situation: Situation,
  user: User,
  place: Pick<Attempt, 'proofs' | 'asked' | 'expiresAt' | 'demands'>,
): Situation {
  const { attempt } = situation
  const provedPassword = saltOf(user)
  const deviceKey = situation.device?.key
  const told = roundsOn(attempt)
  return {
    ...situation,
    user,
    attempt: { ...attempt, ...told, ...place, provedPassword, deviceKey, step: attempt.step + 1 },
  }
}

/** A function judges the answer. It is spent first, so that nobody has several judged of which one is right. */
async function answerCustom(situation: Situation, answers: Answers, world: World): Promise<Step> {
  const answer = customAnswer(answers)
  refuseOutdatedProof(situation)
  await world.store.decide([stepSpent(situation, world)])
  const { attempt, client } = situation
  const round = await judgeCustomChallenge(answer, situation, world)
  const expiresAt = sessionEnd(client, world.clock.now())
  const rounds = [...(attempt.rounds ?? []), round]
  const further = { ...attempt, ...deviceKeyIn(answers), rounds, memory: {}, expiresAt, step: attempt.step + 1 }
  return goOnAsWanted({ ...situation, attempt: further }, world)
}

/** A right answer of ours in a custom sign-in: what follows is for a function to say. */
async function askAsWanted(
  right: RightAnswer,
  proofs: Attempt['proofs'],
  situation: Situation,
  world: World,
): Promise<Step> {
  await world.store.decide(accepted(stepSpent(situation, world), right, situation, world))
  const { asked } = situation.attempt
  const expiresAt = sessionEnd(situation.client, world.clock.now())
  const further = oneStepOn(situation, right.user, { proofs, asked, expiresAt })
  return goOnAsWanted({ ...further, attempt: { ...further.attempt, memory: {} } }, world)
}

/** To what a function wants asked next, or in. Nothing is held meanwhile: everything before is spent. */
export async function goOnAsWanted(situation: Situation, world: World): Promise<Step> {
  const wanted = await nextCustomQuestion(situation, world)
  if (wanted === 'nothing') return settled(async () => admitNow(await withUser(situation, world), world))
  return asked(wanted.question, { ...situation, attempt: { ...situation.attempt, asked: wanted.asked } })
}

/** Lets in whom a function lets in, if they are still there and may, once their device has proved itself. */
async function admitNow(situation: Situation, world: World): Promise<Step> {
  const { attempt, pool, client, user } = situation
  if (!user) throw wrongCredentials()
  refuseOutdatedProof(situation)
  const now = world.clock.now()
  const refusal = refusalByStatus({ before: user, user }, attempt.proofs, now)
  if (refusal) throw refusal
  const device = await deviceOf(situation, world)
  const weighed = await situation.watch?.weigh({ before: user, user, proofs: attempt.proofs, device })
  if (weighed?.refusal) throw weighed.refusal
  const admitted = { ...situation, device }
  const proofs = [...attempt.proofs, 'CUSTOM'] as const
  const next = nextChallenge({ proofs, pool, user, now, device: admitted.device })
  if (next) return askAfterRounds({ ...admitted, attempt: { ...attempt, proofs, asked: next } }, user, world)
  const { session, opened, along } = opening(admitted, attempt.proofs, world)
  await world.store.decide([opened, world.store.users.unchanged(user), ...along])
  const occasion = occasionOf(situation, attempt.proofs)
  return { kind: 'admitted', pool, client, user, session, occasion, ...newDevice(session, admitted) }
}

/** What the functions had to say is said; what follows is ours alone. */
function askAfterRounds(situation: Situation, user: User, world: World): Promise<Step> {
  const { rounds: _, ...attempt } = situation.attempt
  return ask({ ...situation, attempt: { ...attempt, provedPassword: saltOf(user) } }, world)
}

/** The confirmation of a sign-up stands in for a second factor once. */
function spendConfirmation(right: RightAnswer, { pool }: Situation, { store, clock }: World): RightAnswer {
  const { before, user } = right
  if (user !== before || !confirmationCounts(pool, user, clock.now())) return right
  const { confirmationCountsUntil: _, ...credentials } = user.credentials
  const spent: User = { ...user, credentials }
  return { ...right, user: spent, statements: [...right.statements, ...store.users.save(spent, before)] }
}

/** The one write of a successful sign-in: it opens the session, spends the attempt, and fails while locked. */
async function admit(right: RightAnswer, proofs: Attempt['proofs'], situation: Situation, world: World): Promise<Step> {
  const { pool, client } = situation
  const { store } = world
  const { session, opened, along } = opening(situation, proofs, world)
  // Where an answer may lead on or in, the session that it opens does not tell whether it was given before.
  const once = situation.attempt.flow || tracksDevices(pool.settings) ? [stepSpent(situation, world)] : []
  await store.decide([...once, ...accepted(opened, right, situation, world), ...along])
  const occasion = occasionOf(situation, proofs)
  return { kind: 'admitted', pool, client, user: right.user, session, occasion, ...newDevice(session, situation) }
}

async function goOn(right: RightAnswer, question: Question, situation: Situation, world: World): Promise<void> {
  await decideWith(question, accepted(stepSpent(situation, world), right, situation, world), world)
}

/** One write for what led to a question and what goes together with asking it; none where there is neither. */
async function decideWith(
  { statements = [] }: Question,
  before: readonly Statement[],
  { store, outbox }: Pick<World, 'store' | 'outbox'>,
): Promise<void> {
  if (before.length + statements.length > 0) await store.decide([...before, ...statements])
  if (statements.length > 0) outbox.wake()
}
