import type { Session } from '../domain/session.ts'
import type { Database } from './database.ts'
import { deviceSessionsIn } from './device-sessions.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'
import { toSession } from './to-session.ts'
import type { Sessions } from './user-store.ts'
import { trackedSessionsIn } from './tracked-sessions.ts'

interface Place {
  readonly pool_id: string
  readonly sub: string
  readonly session_id: string
}

export function sessionsIn(database: Database): Sessions {
  const { compiler, rows } = database
  const find = prepared((at: Place) =>
    compiler
      .selectFrom('sessions')
      .selectAll()
      .where('pool_id', '=', at.pool_id)
      .where('sub', '=', at.sub)
      .where('session_id', '=', at.session_id),
  )
  return {
    async find(poolId, sub, id) {
      const [row] = await rows(find({ pool_id: poolId, sub, session_id: id }))
      return row && toSession(row)
    },
    ...openingIn(database),
    ...revokingIn(database),
    ...trackedSessionsIn(database),
    ...deviceSessionsIn(database),
  }
}

function openingIn({ compiler }: Database): Pick<Sessions, 'open' | 'rotate' | 'spend'> {
  const open = prepared((row: Schema['sessions']) =>
    compiler
      .insertInto('sessions')
      .values(row)
      .onConflict((conflict) => conflict.columns(['pool_id', 'sub', 'session_id']).doNothing()),
  )
  const rotate = prepared((at: Place & { readonly generation: number; readonly now: number }) =>
    compiler
      .updateTable('sessions')
      .set(({ eb }) => ({ generation: eb('generation', '+', eb.lit(1)), rotated_at: at.now }))
      .where('pool_id', '=', at.pool_id)
      .where('sub', '=', at.sub)
      .where('session_id', '=', at.session_id)
      .where('generation', '=', at.generation)
      .where('revoked_at', 'is', null),
  )
  const spend = prepared((row: Schema['spent_steps']) =>
    compiler
      .insertInto('spent_steps')
      .values(row)
      .onConflict((conflict) => conflict.columns(['pool_id', 'attempt_id', 'step']).doNothing()),
  )
  return {
    open: (session, spent) => ({ query: open(toRow(session)), otherwise: spent }),
    rotate: (session, now, refused) => ({
      query: rotate({ ...placeOf(session), generation: session.generation, now }),
      otherwise: refused,
    }),
    spend: ({ poolId, attemptId, step, expiresAt }, spent) => ({
      query: spend({ pool_id: poolId, attempt_id: attemptId, step, expires_at: expiresAt }),
      otherwise: spent,
    }),
  }
}

function revokingIn({ compiler }: Database): Pick<Sessions, 'revoke' | 'revokeAll' | 'revokeOthers'> {
  const live = (poolId: string, sub: string, now: number) =>
    compiler
      .updateTable('sessions')
      .set({ revoked_at: now })
      .where('pool_id', '=', poolId)
      .where('sub', '=', sub)
      .where('revoked_at', 'is', null)
  return {
    revoke: ({ poolId, sub, id }, now) => ({ query: live(poolId, sub, now).where('session_id', '=', id).compile() }),
    revokeAll: (poolId, sub, now) => ({ query: live(poolId, sub, now).compile() }),
    revokeOthers: ({ poolId, sub, id }, now) => ({
      query: live(poolId, sub, now).where('session_id', '!=', id).compile(),
    }),
  }
}

const placeOf = (session: Session): Place => ({
  pool_id: session.poolId,
  sub: session.sub,
  session_id: session.id,
})

function toRow(session: Session): Schema['sessions'] {
  return {
    ...placeOf(session),
    client_id: session.clientId,
    origin_jti: session.originJti,
    authenticated_at: session.authenticatedAt,
    expires_at: session.expiresAt,
    revoked_at: session.revokedAt ?? null,
    generation: session.generation,
    rotated_at: session.rotatedAt ?? null,
    last_active_at: session.lastActiveAt ?? null,
    acr: session.acr ?? null,
    amr: session.amr?.join(' ') ?? null,
    device_key: session.deviceKey ?? null,
    address: session.address ?? null,
    device_type: session.deviceType ?? null,
  }
}
