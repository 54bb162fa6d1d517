import type { Database } from './database.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'
import type { Sessions } from './user-store.ts'

type At = Pick<Schema['sessions'], 'pool_id' | 'sub' | 'session_id'> & { readonly now: number }

/** What devices ask of the sessions that belong to them. */
export function deviceSessionsIn({ compiler, rowHold }: Database): Pick<Sessions, 'live' | 'endOfDevice'> {
  const live = prepared((at: At) =>
    compiler
      .selectFrom('sessions')
      .select('session_id')
      .where('pool_id', '=', at.pool_id)
      .where('sub', '=', at.sub)
      .where('session_id', '=', at.session_id)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', at.now)
      .modifyEnd(rowHold),
  )
  return {
    live: ({ poolId, sub, id }, now, refused) => ({
      query: live({ pool_id: poolId, sub, session_id: id, now }),
      otherwise: refused,
    }),
    endOfDevice: ({ poolId, sub, key }, now) => ({
      query: compiler
        .updateTable('sessions')
        .set({ expires_at: now })
        .where('pool_id', '=', poolId)
        .where('sub', '=', sub)
        .where('device_key', '=', key)
        .where('expires_at', '>', now)
        .compile(),
    }),
  }
}
