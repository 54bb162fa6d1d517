import type {
  ChallengeName,
  ChallengeResponse,
  EventResponseType,
  EventType,
  FeedbackValueType,
  RiskDecisionType,
  RiskLevelType,
} from '@cognate/wire/user-pools.ts'

/** Something that was tried with somebody's account, where threat protection watches. Instants in milliseconds since 1970. */
export interface AuthEvent {
  readonly poolId: string
  /** A sub, or a digest of a name that leads to nobody. */
  readonly who: string
  readonly id: string
  readonly type: EventType
  readonly response: EventResponseType
  readonly risk: EventRisk
  readonly challenges: readonly AnsweredChallenge[]
  /** Where it came from, sealed: see `flows/threats/sealed-context.ts`. */
  readonly sealedContext: string
  readonly addressDigest?: string
  readonly deviceDigest?: string
  readonly feedback?: EventFeedback
  readonly createdAt: number
  readonly expiresAt: number
}

export interface EventRisk {
  readonly decision: RiskDecisionType
  readonly level?: RiskLevelType
  readonly compromised: boolean
}

export interface AnsweredChallenge {
  readonly name: ChallengeName
  readonly response: ChallengeResponse
}

export interface EventFeedback {
  readonly value: FeedbackValueType
  /** Who says so: Admin, or the user. */
  readonly provider: string
  readonly givenAt: number
}

/** Where somebody once got in, or said that it was them. */
export interface Familiar extends Pick<AuthEvent, 'addressDigest' | 'deviceDigest'> {
  readonly feedback?: FeedbackValueType
}

/** Whether the user was let in: only that makes a place familiar. */
export function entered({ type, response }: Pick<AuthEvent, 'type' | 'response'>): boolean {
  return type === 'SignIn' && response === 'Pass'
}
