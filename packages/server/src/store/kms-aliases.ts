import type { KmsAlias } from '../domain/kms-key.ts'
import type { Place } from '../domain/pool.ts'
import { atMostInAccount } from './at-most.ts'
import type { Database } from './database.ts'
import type { KmsAliases } from './kms-store.ts'
import { pageOf } from './page.ts'
import type { Schema } from './schema.ts'

export function kmsAliasesIn(database: Database): KmsAliases {
  const { compiler } = database
  return {
    ...readsIn(database),
    add: (alias, taken) => ({
      query: compiler
        .insertInto('kms_aliases')
        .values(toRow(alias))
        .onConflict((conflict) => conflict.columns(['account', 'region', 'alias_name']).doNothing())
        .compile(),
      otherwise: taken,
    }),
    save: ({ account, region, name, keyId, modifiedAt }, gone) => ({
      query: compiler
        .updateTable('kms_aliases')
        .set({ key_id: keyId, modified_at: modifiedAt })
        .where('account', '=', account)
        .where('region', '=', region)
        .where('alias_name', '=', name)
        .compile(),
      otherwise: gone,
    }),
    remove: ({ account, region, name }, gone) => ({
      query: compiler
        .deleteFrom('kms_aliases')
        .where('account', '=', account)
        .where('region', '=', region)
        .where('alias_name', '=', name)
        .compile(),
      otherwise: gone,
    }),
    atMost(place, keyId, most) {
      const count = compiler
        .selectFrom('kms_aliases')
        .select(({ fn }) => fn.countAll<number>().as('aliases'))
        .where('account', '=', place.account)
        .where('region', '=', place.region)
        .where('key_id', '=', keyId)
      return atMostInAccount(database, place, count, most)
    },
  }
}

function readsIn({ compiler, rows }: Database): Pick<KmsAliases, 'find' | 'list'> {
  const inPlace = ({ account, region }: Place) =>
    compiler.selectFrom('kms_aliases').selectAll().where('account', '=', account).where('region', '=', region)
  return {
    async find(place, name) {
      const [row] = await rows(inPlace(place).where('alias_name', '=', name).compile())
      return row && toAlias(row)
    },
    async list(place, keyId, { limit, after = '' }) {
      const all = inPlace(place)
        .where('alias_name', '>', after)
        .orderBy('alias_name')
        .limit(limit + 1)
      const query = keyId === undefined ? all : all.where('key_id', '=', keyId)
      return pageOf(await rows(query.compile()), limit, { place: (row) => row.alias_name, item: toAlias })
    },
  }
}

function toAlias(row: Schema['kms_aliases']): KmsAlias {
  return {
    account: row.account,
    region: row.region,
    name: row.alias_name,
    keyId: row.key_id,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  }
}

function toRow(alias: KmsAlias): Schema['kms_aliases'] {
  return {
    account: alias.account,
    region: alias.region,
    alias_name: alias.name,
    key_id: alias.keyId,
    created_at: alias.createdAt,
    modified_at: alias.modifiedAt,
  }
}
