import type { AuthEvent } from '../../domain/auth-event.ts'
import type { World } from '../world.ts'

type EventPlace = Pick<AuthEvent, 'poolId' | 'who' | 'id'>

/** What a notification lets its reader say about one event: nobody can make it up, and it is of no use for another. */
export function feedbackToken(of: EventPlace, { sealer }: Pick<World, 'sealer'>): string {
  return sealer.digest(of.id, `feedback:${of.poolId}:${of.who}`)
}

export function isFeedbackToken(given: string, of: EventPlace, { sealer }: Pick<World, 'sealer'>): boolean {
  return sealer.equalDigests(given, feedbackToken(of, { sealer }))
}
