import { operation } from '../../operation.ts'

/** Every session of the user ends, and with them every access and refresh token, at once. */
export const GlobalSignOut = operation('GlobalSignOut', 'user', async (_input, { store, clock, caller }) => {
  await store.decide([store.sessions.revokeAll(caller.pool.id, caller.user.sub, clock.now())])
  return {}
})
