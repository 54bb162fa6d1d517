import type { LoginName } from '../domain/user.ts'
import type { Database } from './database.ts'
import { inGroups } from './in-groups.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'
import { toSession } from './to-session.ts'
import type { Users } from './user-store.ts'
import { toUser } from './user-rows.ts'

/** In the order in which they win over each other. */
const nameKinds = [
  'username',
  'email',
  'phone_number',
  'preferred_username',
  'identity',
] as const satisfies readonly LoginName['kind'][]

export function userReadsIn(database: Database): Pick<Users, 'findBySub' | 'findByName' | 'findWithSession'> {
  const { compiler, rows } = database
  const bySub = prepared(({ poolId, sub }: { poolId: string; sub: string }) =>
    compiler.selectFrom('users').selectAll().select(inGroups).where('pool_id', '=', poolId).where('sub', '=', sub),
  )
  const byName = prepared(({ poolId, name }: { poolId: string; name: string }) =>
    compiler
      .selectFrom('user_names')
      .innerJoin('users', (join) =>
        join.onRef('users.pool_id', '=', 'user_names.pool_id').onRef('users.sub', '=', 'user_names.sub'),
      )
      .selectAll('users')
      .select(['user_names.kind', inGroups])
      .where('user_names.pool_id', '=', poolId)
      .where('user_names.kind', 'in', nameKinds)
      .where('user_names.name', '=', name),
  )
  return {
    async findBySub(poolId, sub) {
      const [row] = await rows(bySub({ poolId, sub }))
      return row && toUser(row)
    },
    async findByName(poolId, name, kinds) {
      const holders = await rows(byName({ poolId, name }))
      const winner = nameKinds
        .filter((kind) => kinds.includes(kind))
        .flatMap((kind) => holders.filter((row) => row.kind === kind))
        .at(0)
      return winner && toUser(winner)
    },
    findWithSession: findWithSessionIn(database),
  }
}

type SessionRow = Schema['sessions']

function findWithSessionIn({ compiler, rows }: Database): Users['findWithSession'] {
  const find = prepared(({ poolId, sub, sessionId }: { poolId: string; sub: string; sessionId: string }) =>
    compiler
      .selectFrom('users')
      .leftJoin('sessions', (join) =>
        join
          .onRef('sessions.pool_id', '=', 'users.pool_id')
          .onRef('sessions.sub', '=', 'users.sub')
          .on('sessions.session_id', '=', sessionId),
      )
      .selectAll('users')
      .select([
        'sessions.session_id',
        'sessions.client_id',
        'sessions.origin_jti',
        'sessions.authenticated_at',
        'sessions.expires_at',
        'sessions.revoked_at',
        'sessions.generation',
        'sessions.rotated_at',
        'sessions.last_active_at',
        'sessions.acr',
        'sessions.amr',
        'sessions.device_key',
        'sessions.address',
        'sessions.device_type',
        inGroups,
      ])
      .where('users.pool_id', '=', poolId)
      .where('users.sub', '=', sub),
  )
  return async (poolId, sub, sessionId) => {
    const [row] = await rows(find({ poolId, sub, sessionId }))
    // Every column of a session that was found is there; the left join only cannot say so.
    return row && { user: toUser(row), session: row.session_id === null ? undefined : toSession(row as SessionRow) }
  }
}
