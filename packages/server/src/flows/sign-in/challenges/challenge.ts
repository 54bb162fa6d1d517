import type { ChallengeNameType } from '@cognate/wire/user-pools.ts'
import type { CallOrigin } from '../../../domain/call-origin.ts'
import type { Device } from '../../../domain/device.ts'
import type { FirstFactor } from '../../../domain/first-factor.ts'
import type { AppClient, Pool } from '../../../domain/pool.ts'
import type { User } from '../../../domain/user.ts'
import type { Statement } from '../../../store/statement.ts'
import type { Watch } from '../../threats/sign-in-watch.ts'
import type { World } from '../../world.ts'
import type { Attempt, Proof } from '../attempt.ts'

/** Where a sign-in stands. `user` is undefined when the name leads to nobody and that must not show. */
export interface Situation {
  readonly attempt: Attempt
  readonly pool: Pool
  readonly client: AppClient
  readonly user: User | undefined
  /** Confirmed by the user; the sign-in says it comes from it. */
  readonly device?: Device | undefined
  /** Where the call came from; absent where nothing is answered. */
  readonly origin?: CallOrigin
  /** Threat protection, where the pool has it and an answer is judged. */
  readonly watch?: Watch
  /** What the client has to say to functions with this answer. */
  readonly clientMetadata?: Readonly<Record<string, string>> | undefined
}

export type Answers = Readonly<Record<string, string>>

/** One kind of question. A challenge neither decides what comes next nor writes; it says what is to be written. */
export interface Challenge {
  /** What a wrong answer counts against, and a right one clears; a question that cannot be guessed at has none. */
  readonly guarded?: { readonly kind: 'Password' | 'Mfa' | 'OneTimePassword' | 'Device'; readonly wrong: () => Error }
  /** What the caller is shown, and what the attempt must remember to judge the answer. */
  ask(situation: Situation, world: World): Promise<Question | { readonly refusal: Error }>
  /** Whether the answer is right. Throws what is refused for its form alone. */
  judge(answers: Answers, situation: Situation, world: World): Promise<Verdict>
}

export interface Question {
  readonly parameters: Readonly<Record<string, string>>
  readonly memory?: Readonly<Record<string, string>>
  /** What a sign-in can begin with, where that is the question. */
  readonly available?: readonly FirstFactor[]
  /** What goes together with asking, such as a message. */
  readonly statements?: readonly Statement[]
}

export type Verdict = 'wrong' | Choice | RightAnswer

/** An answer that proves nothing: it says what to ask next, and what that question must know. */
export interface Choice {
  readonly chosen: ChallengeNameType
  readonly memory: Readonly<Record<string, string>>
}

export interface RightAnswer {
  /** None where the answer only changed what the user has. */
  readonly proof?: Proof
  /** The user as they were when they answered, whose status decides, and as the answer changes them. */
  readonly before: User
  readonly user: User
  readonly statements: readonly Statement[]
}
