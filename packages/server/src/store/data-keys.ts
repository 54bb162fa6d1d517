import type { Database } from './database.ts'
import { prepared } from './prepared.ts'
import { Conflict } from './statement.ts'
import type { DataKeys } from './pool-store.ts'

export function dataKeysIn({ compiler, rows }: Database): DataKeys {
  const list = prepared(() => compiler.selectFrom('data_keys').selectAll().orderBy('created_at').orderBy('key_id'))
  return {
    list: async () =>
      (await rows(list({}))).map((row) => ({ id: row.key_id, wrapped: row.wrapped, createdAt: row.created_at })),
    add: (key) => ({
      query: compiler
        .insertInto('data_keys')
        .values({ key_id: key.id, wrapped: key.wrapped, created_at: key.createdAt })
        .onConflict((taken) => taken.column('key_id').doNothing())
        .compile(),
      // Several nodes may start on an empty store at once; the first one's keys count.
      otherwise: () => new Conflict(`data key ${key.id} is there already`),
    }),
    rewrap: (id, wrapped) => ({
      query: compiler.updateTable('data_keys').set({ wrapped }).where('key_id', '=', id).compile(),
    }),
  }
}
