import type { RateName } from './rate-quotas.ts'

/** One request of what an account may ask in a second. */
export interface Demand {
  /** What is counted; a name within the account and Region. */
  readonly bucket: string
  /** How many a second: so many, or so many times what the account may of a category. */
  readonly limit: number | { readonly of: RateName; readonly times: number }
  /** `account` is counted over all nodes, `node` by each on its own. */
  readonly reach: 'account' | 'node'
  /** Where it is counted when there is none left. */
  readonly overflow?: Demand
}

/** What of a call decides where it counts. */
export interface RatedCall {
  readonly operation: string
  readonly rate: RateName
  /** Whom it is about: their sub, or the name that they go by, with the pool or client that they have it in. */
  readonly user?: string | undefined
  /** The pool it is about. */
  readonly pool?: string | undefined
  /** The challenge that it answers. */
  readonly challenge?: string | undefined
}

const mostOfUser = 10
const mostOfOperationInPool = 5
const answersPerSignIn = 3

/**
 * Everything that a call needs one of, in this order.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html#operation-quotas
 */
export function rateDemands(call: RatedCall): readonly Demand[] {
  return [...ofUser(call), byCategory(call), ...ofOperationInPool(call)]
}

/** Ten a second that read, signing in among them, and ten that write. */
function ofUser({ rate, user }: RatedCall): readonly Demand[] {
  const kind = userCalls[rate]
  return kind && user !== undefined ? [{ bucket: `${kind} ${user}`, limit: mostOfUser, reach: 'node' }] : []
}

const userCalls: { readonly [Name in RateName]?: 'read' | 'write' } = {
  UserAuthentication: 'read',
  UserRead: 'read',
  UserResourceRead: 'read',
  UserCreation: 'write',
  UserAccountRecovery: 'write',
  UserUpdate: 'write',
  UserResourceUpdate: 'write',
}

/** Answers have "a separate quota that is three times the category's", and beyond it count in the category. */
function byCategory({ rate, challenge }: RatedCall): Demand {
  if (challenge === undefined) return inCategory(rate)
  // A new password is an answer that changes one.
  if (challenge === 'NEW_PASSWORD_REQUIRED') return inCategory('UserAccountRecovery')
  const limit = { of: rate, times: answersPerSignIn }
  return { bucket: 'RespondToAuthChallenge', limit, reach: 'account', overflow: inCategory(rate) }
}

const inCategory = (rate: RateName): Demand => ({ bucket: rate, limit: { of: rate, times: 1 }, reach: 'account' })

/** No operation of these may be called more often for one pool, whatever the category has left. */
function ofOperationInPool({ operation, rate, pool }: RatedCall): readonly Demand[] {
  if (pool === undefined || !ratesWithinPool.has(rate)) return []
  return [{ bucket: `${operation} ${pool}`, limit: mostOfOperationInPool, reach: 'account' }]
}

const ratesWithinPool: ReadonlySet<RateName> = new Set([
  'UserPoolResourceRead',
  'UserPoolResourceUpdate',
  'UserPoolClientRead',
  'UserPoolClientUpdate',
])
