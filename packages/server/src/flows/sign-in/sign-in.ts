import type { ChallengeNameType, NewDeviceMetadataType } from '@cognate/wire/user-pools.ts'
import { confirmationCounts } from '../../domain/confirmation-counts.ts'
import { tracksDevices } from '../../domain/device-tracking.ts'
import type { FirstFactor } from '../../domain/first-factor.ts'
import { deviceNotFound, sessionSpent } from '../../domain/refusals.ts'
import type { User } from '../../domain/user.ts'
import { settled } from '../../store/settled.ts'
import { newDevice } from '../devices/new-device.ts'
import { deviceOf, presentedDevice } from '../devices/presented-device.ts'
import { watched } from '../threats/watched.ts'
import type { Issuing } from '../tokens/issue-tokens.ts'
import type { World } from '../world.ts'
import { accepted } from './accepted.ts'
import { asked } from './asked.ts'
import type { Attempt } from './attempt.ts'
import type { Answers, Choice, Question, RightAnswer, Situation } from './challenges/challenge.ts'
import { challengeOf } from './challenges/challenges.ts'
import { answerCustom, askAsWanted } from './custom-rounds.ts'
import { decideWith } from './decide-with.ts'
import { refuseRight, refuseWrong } from './guarded-answer.ts'
import { nextChallenge } from './next.ts'
import { occasionOf } from './occasion-of.ts'
import { oneStepOn } from './one-step-on.ts'
import { opening } from './opening.ts'
import { refuseOutdatedProof } from './outdated-proof.ts'
import { refusalByStatus } from './refusal-by-status.ts'
import { sessionEnd } from './session-end.ts'
import { stepSpent } from './step-spent.ts'
import { tellConfirmed } from './tell-confirmed.ts'
import { withUser } from './with-user.ts'

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

/** Goes on from what was shown elsewhere, as if it had just been answered, if it holds of the user as they are now. */
export function goOnFrom(situation: Situation, world: World, refuseOutdated = refuseOutdatedProof): Promise<Step> {
  const goOnce = async (watchedOne: Situation) => {
    const present = await withUser(watchedOne, world)
    const { user } = present
    if (!user) throw sessionSpent()
    refuseOutdated(present)
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
  await tellConfirmed(right, situation, world)
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
  await tellConfirmed(right, situation, { ...world, opened: session })
  const occasion = occasionOf(situation, proofs)
  return { kind: 'admitted', pool, client, user: right.user, session, occasion, ...newDevice(session, situation) }
}

async function goOn(right: RightAnswer, question: Question, situation: Situation, world: World): Promise<void> {
  await decideWith(question, accepted(stepSpent(situation, world), right, situation, world), world)
}
