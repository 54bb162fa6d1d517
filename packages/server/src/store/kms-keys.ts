import type { KmsKey, KmsKeySettings } from '../domain/kms-key.ts'
import type { Place } from '../domain/pool.ts'
import { atMostInAccount } from './at-most.ts'
import type { Database } from './database.ts'
import type { KmsKeys } from './kms-store.ts'
import { pageOf } from './page.ts'
import type { Schema } from './schema.ts'
import { Conflict } from './statement.ts'

export function kmsKeysIn(database: Database): KmsKeys {
  const { compiler } = database
  return {
    ...readsIn(database),
    add: (key) => ({ query: compiler.insertInto('kms_keys').values(toRow(key)).compile() }),
    save(key) {
      const { account, region, key_id, version, created_at: _, ...changes } = toRow(key)
      return {
        query: compiler
          .updateTable('kms_keys')
          .set({ ...changes, version: version + 1 })
          .where('account', '=', account)
          .where('region', '=', region)
          .where('key_id', '=', key_id)
          .where('version', '=', version)
          .compile(),
        otherwise: () => new Conflict(),
      }
    },
    atMost(place, most) {
      const count = compiler
        .selectFrom('kms_keys')
        .select(({ fn }) => fn.countAll<number>().as('keys'))
        .where('account', '=', place.account)
        .where('region', '=', place.region)
      return atMostInAccount(database, place, count, most)
    },
  }
}

function readsIn({ compiler, rows }: Database): Pick<KmsKeys, 'find' | 'list'> {
  const living = ({ account, region }: Place, now: number) =>
    compiler
      .selectFrom('kms_keys')
      .selectAll()
      .where('account', '=', account)
      .where('region', '=', region)
      .where(({ eb, or }) => or([eb('deletion_at', 'is', null), eb('deletion_at', '>', now)]))
  return {
    async find(place, id, now) {
      const [row] = await rows(living(place, now).where('key_id', '=', id).compile())
      return row && toKey(row)
    },
    async list(place, { limit, after = '' }, now) {
      const query = living(place, now)
        .where('key_id', '>', after)
        .orderBy('key_id')
        .limit(limit + 1)
      return pageOf(await rows(query.compile()), limit, { place: (row) => row.key_id, item: toKey })
    },
  }
}

function toKey(row: Schema['kms_keys']): KmsKey {
  return {
    account: row.account,
    region: row.region,
    id: row.key_id,
    settings: JSON.parse(row.settings) as KmsKeySettings,
    sealedMaterial: row.sealed_material,
    createdAt: row.created_at,
    ...(row.deletion_at !== null && { deletionAt: row.deletion_at }),
    version: row.version,
  }
}

function toRow(key: KmsKey): Schema['kms_keys'] {
  return {
    account: key.account,
    region: key.region,
    key_id: key.id,
    settings: JSON.stringify(key.settings),
    sealed_material: key.sealedMaterial,
    created_at: key.createdAt,
    deletion_at: key.deletionAt ?? null,
    version: key.version,
  }
}
