import type { Session } from '../domain/session.ts'
import type { Database } from './database.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'
import type { Sessions } from './user-store.ts'
import { toSession } from './to-session.ts'

interface Whose {
  readonly poolId: string
  readonly sub: string
  readonly now: number
}

type Touch = Pick<Schema['sessions'], 'pool_id' | 'sub' | 'session_id' | 'last_active_at' | 'address' | 'device_type'>

/** What is asked where sessions are tracked. Each walks the sessions of one user alone, which lie together. */
export function trackedSessionsIn(database: Database): Pick<Sessions, 'active' | 'touch' | 'evict'> {
  const { compiler, rows } = database
  const active = ({ poolId, sub, now }: Whose) =>
    compiler
      .selectFrom('sessions')
      .where('pool_id', '=', poolId)
      .where('sub', '=', sub)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', now)
  const newest = (whose: Whose, limit: number) =>
    active(whose)
      .orderBy(({ fn }) => fn.coalesce('last_active_at', 'rotated_at', 'authenticated_at'), 'desc')
      .orderBy('session_id')
      .limit(limit)
  const touch = prepared((at: Touch) =>
    compiler
      .updateTable('sessions')
      .set({ last_active_at: at.last_active_at, address: at.address, device_type: at.device_type })
      .where('pool_id', '=', at.pool_id)
      .where('sub', '=', at.sub)
      .where('session_id', '=', at.session_id)
      .where('revoked_at', 'is', null),
  )
  return {
    async active(user, now, limit) {
      return (
        await rows(
          newest({ ...user, now }, limit)
            .selectAll()
            .compile(),
        )
      ).map(toSession)
    },
    touch: ({ poolId, sub, id }, { now, address = null, deviceType = null }, refused) => ({
      query: touch({ pool_id: poolId, sub, session_id: id, last_active_at: now, address, device_type: deviceType }),
      otherwise: refused,
    }),
    evict: ({ poolId, sub, id }: Session, most, now) => {
      const kept = newest({ poolId, sub, now }, most - 1).where('session_id', '!=', id)
      const query = compiler
        .updateTable('sessions')
        .set({ revoked_at: now })
        .where('pool_id', '=', poolId)
        .where('sub', '=', sub)
        .where('revoked_at', 'is', null)
        .where('session_id', '!=', id)
        .where('session_id', 'not in', kept.select('session_id'))
      return { query: query.compile() }
    },
  }
}
