import type { Passkey } from '../domain/passkey.ts'
import type { Database } from './database.ts'
import { pageOf } from './page.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'
import { Conflict } from './statement.ts'
import type { Passkeys } from './user-store.ts'

type Row = Schema['passkeys']
type Place = Pick<Row, 'pool_id' | 'passkey_id' | 'sub'>

export function passkeysIn(database: Database): Passkeys {
  const { compiler, rows } = database
  const list = prepared(({ pool_id, sub, passkey_id, limit }: Place & { readonly limit: number }) =>
    compiler
      .selectFrom('passkeys')
      .selectAll()
      .where('pool_id', '=', pool_id)
      .where('sub', '=', sub)
      .where('passkey_id', '>', passkey_id)
      .orderBy('passkey_id')
      .limit(limit),
  )
  return {
    async list(poolId, sub, { limit, after = '' }) {
      const found = await rows(list({ pool_id: poolId, sub, passkey_id: after, limit: limit + 1 }))
      return pageOf(found, limit, { place: (row) => row.passkey_id, item: toPasskey })
    },
    ...writesIn(database),
  }
}

function writesIn({ compiler }: Database): Pick<Passkeys, 'add' | 'advance' | 'remove'> {
  const add = prepared((row: Row) =>
    compiler
      .insertInto('passkeys')
      .values(row)
      .onConflict((conflict) => conflict.columns(['pool_id', 'sub', 'passkey_id']).doNothing()),
  )
  const advance = prepared(({ pool_id, passkey_id, sub, counter, next }: Place & { counter: number; next: number }) =>
    compiler
      .updateTable('passkeys')
      .set({ counter: next })
      .where('pool_id', '=', pool_id)
      .where('passkey_id', '=', passkey_id)
      .where('sub', '=', sub)
      .where('counter', '=', counter),
  )
  const remove = prepared(({ pool_id, passkey_id, sub }: Place) =>
    compiler
      .deleteFrom('passkeys')
      .where('pool_id', '=', pool_id)
      .where('passkey_id', '=', passkey_id)
      .where('sub', '=', sub),
  )
  return {
    add: (passkey, taken) => ({ query: add(toRow(passkey)), otherwise: taken }),
    advance: (passkey, next) => ({
      query: advance({ ...placeOf(passkey), counter: passkey.counter, next }),
      otherwise: () => new Conflict(),
    }),
    remove: (passkey, gone) => ({ query: remove(placeOf(passkey)), otherwise: gone }),
  }
}

const placeOf = ({ poolId, id, sub }: Pick<Passkey, 'poolId' | 'id' | 'sub'>): Place => ({
  pool_id: poolId,
  passkey_id: id,
  sub,
})

type Description = Pick<Passkey, 'relyingPartyId' | 'friendlyName' | 'transports' | 'attachment'>

function toRow(passkey: Passkey): Row {
  const { publicKey, counter, createdAt, relyingPartyId, friendlyName, transports, attachment } = passkey
  const description: Description = {
    relyingPartyId,
    friendlyName,
    transports,
    ...(attachment !== undefined && { attachment }),
  }
  return {
    ...placeOf(passkey),
    public_key: publicKey,
    counter,
    description: JSON.stringify(description),
    created_at: createdAt,
  }
}

function toPasskey(row: Row): Passkey {
  return {
    poolId: row.pool_id,
    id: row.passkey_id,
    sub: row.sub,
    publicKey: row.public_key,
    counter: row.counter,
    ...(JSON.parse(row.description) as Description),
    createdAt: row.created_at,
  }
}
