import type { Database } from './database.ts'
import { prepared } from './prepared.ts'
import { Conflict } from './statement.ts'
import type { Users } from './user-store.ts'
import type { UserRow } from './user-rows.ts'

/** Reads the user within the decision, and holds the row until it is committed, so that a save waits and then sees it. */
export function unchangedUserIn({ compiler, rowHold }: Database): Users['unchanged'] {
  const read = prepared((at: Pick<UserRow, 'pool_id' | 'sub' | 'version'>) =>
    compiler
      .selectFrom('users')
      .select('version')
      .where('pool_id', '=', at.pool_id)
      .where('sub', '=', at.sub)
      .where('version', '=', at.version)
      .modifyEnd(rowHold),
  )
  return ({ poolId, sub, version }) => ({
    query: read({ pool_id: poolId, sub, version }),
    otherwise: () => new Conflict(),
  })
}
