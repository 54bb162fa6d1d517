import type { Group } from '../domain/group.ts'
import type { Database } from './database.ts'
import { toGroup, toGroupRow } from './group-rows.ts'
import { groupMembersIn } from './group-members.ts'
import { pageOf } from './page.ts'
import { prepared } from './prepared.ts'
import { removedGroupsIn } from './removed-groups.ts'
import { Conflict, type Statement } from './statement.ts'
import type { Groups } from './user-store.ts'

export function groupsIn(database: Database): Groups {
  const { compiler, rows } = database
  const find = prepared(({ poolId, name }: { poolId: string; name: string }) =>
    compiler.selectFrom('groups').selectAll().where('pool_id', '=', poolId).where('group_name', '=', name),
  )
  return {
    async find(poolId, name) {
      const [row] = await rows(find({ poolId, name }))
      return row && toGroup(row)
    },
    async list(poolId, { limit, after = '' }) {
      const query = compiler
        .selectFrom('groups')
        .selectAll()
        .where('pool_id', '=', poolId)
        .where('group_name', '>', after)
        .orderBy('group_name')
        .limit(limit + 1)
      return pageOf(await rows(query.compile()), limit, { place: (row) => row.group_name, item: toGroup })
    },
    add: (group, refusals) => addGroup(database, group, refusals),
    save: (group) => saveGroup(database, group),
    ...groupMembersIn(database),
    ...removedGroupsIn(database),
  }
}

/** The pool's row is held first, so that of two at once the second counts with the first. */
function addGroup(
  { compiler }: Database,
  group: Group,
  { limit, gone, taken, tooMany }: Parameters<Groups['add']>[1],
): readonly Statement[] {
  const pool = compiler
    .updateTable('pools')
    .set(({ ref }) => ({ version: ref('version') }))
    .where('pool_id', '=', group.poolId)
  const insert = compiler
    .insertInto('groups')
    .values(toGroupRow(group))
    .onConflict((conflict) => conflict.columns(['pool_id', 'group_name']).doNothing())
  const few = pool.where(({ eb, selectFrom }) =>
    eb(
      selectFrom('groups')
        .select(({ fn }) => fn.countAll<number>().as('groups'))
        .where('pool_id', '=', group.poolId),
      '<=',
      limit,
    ),
  )
  return [
    { query: pool.compile(), otherwise: gone },
    { query: insert.compile(), otherwise: taken },
    { query: few.compile(), otherwise: tooMany },
  ]
}

function saveGroup({ compiler }: Database, group: Group): Statement {
  const { settings, modified_at, version } = toGroupRow(group)
  return {
    query: compiler
      .updateTable('groups')
      .set({ settings, modified_at, version: version + 1 })
      .where('pool_id', '=', group.poolId)
      .where('group_id', '=', group.id)
      .where('version', '=', version)
      .compile(),
    otherwise: () => new Conflict(),
  }
}
