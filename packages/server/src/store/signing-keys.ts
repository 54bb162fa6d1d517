import type { SigningKey } from '../domain/pool.ts'
import type { Database } from './database.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'
import type { SigningKeys } from './pool-store.ts'

export function signingKeysIn({ compiler, rows }: Database): SigningKeys {
  const ofPool = prepared(({ poolId }: { poolId: string }) =>
    compiler
      .selectFrom('signing_keys')
      .selectAll()
      .where('pool_id', '=', poolId)
      .orderBy('created_at', 'desc')
      .orderBy('key_id', 'desc'),
  )
  const list = async (poolId: string) => (await rows(ofPool({ poolId }))).map(toSigningKey)
  return {
    list,
    current: async (poolId, use) => (await list(poolId)).find((key) => key.use === use && key.retiredAt === undefined),
    add: (key) => ({ query: compiler.insertInto('signing_keys').values(toRow(key)).compile() }),
    retire: (poolId, keyId, now) => ({
      query: compiler
        .updateTable('signing_keys')
        .set({ retired_at: now })
        .where('pool_id', '=', poolId)
        .where('key_id', '=', keyId)
        .where('retired_at', 'is', null)
        .compile(),
    }),
    remove: (poolId, keyId) => ({
      query: compiler.deleteFrom('signing_keys').where('pool_id', '=', poolId).where('key_id', '=', keyId).compile(),
    }),
  }
}

function toSigningKey(row: Schema['signing_keys']): SigningKey {
  return {
    id: row.key_id,
    poolId: row.pool_id,
    use: row.key_use as SigningKey['use'],
    publicJwk: row.public_jwk,
    sealedPrivateKey: row.sealed_private_key,
    createdAt: row.created_at,
    ...(row.retired_at !== null && { retiredAt: row.retired_at }),
  }
}

function toRow(key: SigningKey): Schema['signing_keys'] {
  return {
    pool_id: key.poolId,
    key_id: key.id,
    key_use: key.use,
    public_jwk: key.publicJwk,
    sealed_private_key: key.sealedPrivateKey,
    created_at: key.createdAt,
    retired_at: key.retiredAt ?? null,
  }
}
