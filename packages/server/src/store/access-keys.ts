import type { AccessKey } from '../domain/pool.ts'
import type { Database } from './database.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'
import type { AccessKeys } from './pool-store.ts'

export function accessKeysIn({ compiler, rows }: Database): AccessKeys {
  const find = prepared(({ id }: { id: string }) =>
    compiler.selectFrom('access_keys').selectAll().where('access_key_id', '=', id),
  )
  return {
    async find(id) {
      const [row] = await rows(find({ id }))
      return row && toAccessKey(row)
    },
    async list(account) {
      const inAccount = compiler.selectFrom('access_keys').selectAll().where('account', '=', account)
      return (await rows(inAccount.orderBy('created_at').orderBy('access_key_id').compile())).map(toAccessKey)
    },
    add: (key) => ({ query: compiler.insertInto('access_keys').values(toRow(key)).compile() }),
    save(key) {
      const { access_key_id, ...changes } = toRow(key)
      return {
        query: compiler.updateTable('access_keys').set(changes).where('access_key_id', '=', access_key_id).compile(),
      }
    },
  }
}

function toAccessKey(row: Schema['access_keys']): AccessKey {
  return {
    id: row.access_key_id,
    account: row.account,
    sealedSecret: row.sealed_secret,
    status: row.status as AccessKey['status'],
    createdAt: row.created_at,
  }
}

function toRow(key: AccessKey): Schema['access_keys'] {
  return {
    access_key_id: key.id,
    account: key.account,
    sealed_secret: key.sealedSecret,
    status: key.status,
    created_at: key.createdAt,
  }
}
