import type { Session } from '../../domain/session.ts'
import { postConfirmation } from '../triggers/post-confirmation.ts'
import type { World } from '../world.ts'
import type { RightAnswer, Situation } from './challenges/challenge.ts'

/**
 * Tells a function of a sign-up that the code of a sign-in has just confirmed. It stays confirmed if the function fails,
 * but the session that was opened ends: nobody gets its tokens.
 */
export async function tellConfirmed(
  { before, user }: Pick<RightAnswer, 'before' | 'user'>,
  { pool, client, clientMetadata }: Situation,
  { opened, ...world }: World & { readonly opened?: Session },
): Promise<void> {
  if (before.status !== 'UNCONFIRMED') return
  const source = 'PostConfirmation_ConfirmSignUp'
  try {
    await postConfirmation({ source, pool, clientId: client.id, user, clientMetadata }, world)
  } catch (error) {
    if (opened) await world.store.decide([world.store.sessions.revoke(opened, world.clock.now())])
    throw error
  }
}
