import { wrongCredentials } from '../../domain/refusals.ts'
import type { User } from '../../domain/user.ts'
import { settled } from '../../store/settled.ts'
import { newDevice } from '../devices/new-device.ts'
import { deviceKeyIn, deviceOf } from '../devices/presented-device.ts'
import type { World } from '../world.ts'
import { accepted } from './accepted.ts'
import { ask } from './ask.ts'
import { asked } from './asked.ts'
import type { Attempt } from './attempt.ts'
import type { Answers, RightAnswer, Situation } from './challenges/challenge.ts'
import { customAnswer, judgeCustomChallenge } from './challenges/custom-challenge.ts'
import { nextChallenge } from './next.ts'
import { nextCustomQuestion } from './next-custom-question.ts'
import { occasionOf } from './occasion-of.ts'
import { oneStepOn } from './one-step-on.ts'
import { opening } from './opening.ts'
import { refuseOutdatedProof } from './outdated-proof.ts'
import { refusalByStatus } from './refusal-by-status.ts'
import { saltOf } from './salt-of.ts'
import { sessionEnd } from './session-end.ts'
import type { Step } from './sign-in.ts'
import { stepSpent } from './step-spent.ts'
import { withUser } from './with-user.ts'

/** A function judges the answer. It is spent first, so that nobody has several judged of which one is right. */
export async function answerCustom(situation: Situation, answers: Answers, world: World): Promise<Step> {
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
export async function askAsWanted(
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
