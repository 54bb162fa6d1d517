import type { Code } from '../domain/session.ts'
import type { Database } from './database.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'
import { Conflict } from './statement.ts'
import type { Codes } from './user-store.ts'

type Place = Pick<Schema['codes'], 'pool_id' | 'sub' | 'purpose'>

export function codesIn({ compiler, rows }: Database): Codes {
  const find = prepared((at: Place) =>
    compiler
      .selectFrom('codes')
      .selectAll()
      .where('pool_id', '=', at.pool_id)
      .where('sub', '=', at.sub)
      .where('purpose', '=', at.purpose),
  )
  const put = prepared((row: Schema['codes']) =>
    compiler
      .insertInto('codes')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['pool_id', 'sub', 'purpose']).doUpdateSet(({ ref }) => ({
          digest: ref('excluded.digest'),
          attribute: ref('excluded.attribute'),
          value: ref('excluded.value'),
          created_at: ref('excluded.created_at'),
          expires_at: ref('excluded.expires_at'),
        })),
      ),
  )
  const remove = (at: Place) =>
    compiler
      .deleteFrom('codes')
      .where('pool_id', '=', at.pool_id)
      .where('sub', '=', at.sub)
      .where('purpose', '=', at.purpose)
  const take = prepared((at: Place & Pick<Code, 'digest'>) => remove(at).where('digest', '=', at.digest))
  return {
    async find(poolId, sub, purpose) {
      const [row] = await rows(find({ pool_id: poolId, sub, purpose }))
      return row && toCode(row)
    },
    put: (code) => ({ query: put(toRow(code)) }),
    take: (code) => ({
      query: take({ pool_id: code.poolId, sub: code.sub, purpose: code.purpose, digest: code.digest }),
      otherwise: () => new Conflict(),
    }),
    discard: (poolId, sub, purpose) => ({ query: remove({ pool_id: poolId, sub, purpose }).compile() }),
  }
}

function toCode(row: Schema['codes']): Code {
  return {
    poolId: row.pool_id,
    sub: row.sub,
    purpose: row.purpose as Code['purpose'],
    digest: row.digest,
    attribute: row.attribute,
    value: row.value,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  }
}

function toRow(code: Code): Schema['codes'] {
  return {
    pool_id: code.poolId,
    sub: code.sub,
    purpose: code.purpose,
    digest: code.digest,
    attribute: code.attribute,
    value: code.value,
    created_at: code.createdAt,
    expires_at: code.expiresAt,
  }
}
