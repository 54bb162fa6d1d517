import type { LoginName, User } from '../domain/user.ts'
import type { Database } from './database.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'
import { Conflict, type Statement } from './statement.ts'
import type { Users } from './user-store.ts'

type NameRow = Schema['user_names']

interface UserNames extends Pick<Users, 'addName' | 'moveName' | 'removeName'> {
  /** Gives a name to a new user; refuses one that anybody holds. */
  add(user: User, name: LoginName, taken: () => Error): Statement
}

export function userNamesIn({ compiler }: Database): UserNames {
  const key = ['pool_id', 'kind', 'name'] as const
  const insert = (row: NameRow) => compiler.insertInto('user_names').values(row)
  const add = prepared((row: NameRow) => insert(row).onConflict((conflict) => conflict.columns(key).doNothing()))
  const hold = prepared((row: NameRow) =>
    insert(row).onConflict((conflict) =>
      conflict
        .columns(key)
        .doUpdateSet(({ ref }) => ({ sub: ref('excluded.sub') }))
        .whereRef('user_names.sub', '=', 'excluded.sub'),
    ),
  )
  const move = prepared(({ holder, ...row }: NameRow & { readonly holder: string }) =>
    insert(row).onConflict((conflict) =>
      conflict
        .columns(key)
        .doUpdateSet(({ ref }) => ({ sub: ref('excluded.sub') }))
        .where(({ or, eb, ref }) =>
          or([eb('user_names.sub', '=', holder), eb('user_names.sub', '=', ref('excluded.sub'))]),
        ),
    ),
  )
  const remove = prepared((row: NameRow) =>
    compiler
      .deleteFrom('user_names')
      .where('pool_id', '=', row.pool_id)
      .where('kind', '=', row.kind)
      .where('name', '=', row.name)
      .where('sub', '=', row.sub),
  )
  return {
    add: (user, name, taken) => ({ query: add(rowOf(user, name)), otherwise: taken }),
    addName: (user, name, taken) => ({ query: hold(rowOf(user, name)), otherwise: taken }),
    moveName: (user, name, holder) => ({
      query: move({ ...rowOf(user, name), holder: holder.sub }),
      otherwise: () => new Conflict(),
    }),
    removeName: (user, name) => ({ query: remove(rowOf(user, name)) }),
  }
}

const rowOf = ({ poolId, sub }: User, { kind, name }: LoginName): NameRow => ({ pool_id: poolId, kind, name, sub })
