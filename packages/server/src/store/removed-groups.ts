import type { Database } from './database.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'
import type { Groups } from './user-store.ts'

/** Longer than any decision takes that had seen the group before it was removed. */
const stragglersMs = 300_000

type Removed = Schema['removed_groups']

/**
 * Removing a group is one short decision: memberships name it by an id that no other group gets, so without its row
 * nobody is in it any more. The mark says that they are to be deleted, in pieces that can end and go on anywhere.
 */
export function removedGroupsIn({ compiler, rows, change }: Database): Pick<Groups, 'remove' | 'removed' | 'empty'> {
  const mark = prepared((row: Removed) =>
    compiler
      .insertInto('removed_groups')
      .values(row)
      .onConflict((again) => again.columns(['pool_id', 'group_id']).doNothing()),
  )
  const remove = prepared((group: Omit<Removed, 'removed_at'>) =>
    compiler.deleteFrom('groups').where('pool_id', '=', group.pool_id).where('group_id', '=', group.group_id),
  )
  const piece = prepared((group: Omit<Removed, 'removed_at'> & { readonly limit: number }) =>
    compiler
      .deleteFrom('group_members')
      .where('pool_id', '=', group.pool_id)
      .where('group_id', '=', group.group_id)
      .where('sub', 'in', (select) =>
        select
          .selectFrom('group_members as member')
          .select('member.sub')
          .where('member.pool_id', '=', group.pool_id)
          .where('member.group_id', '=', group.group_id)
          .limit(group.limit),
      ),
  )
  const unmark = prepared(({ pool_id, group_id, removed_at }: Removed) =>
    compiler
      .deleteFrom('removed_groups')
      .where('pool_id', '=', pool_id)
      .where('group_id', '=', group_id)
      .where('removed_at', '<', removed_at),
  )
  return {
    remove: ({ poolId, id }, now, gone) => [
      { query: remove({ pool_id: poolId, group_id: id }), otherwise: gone },
      { query: mark({ pool_id: poolId, group_id: id, removed_at: now }) },
    ],
    async removed() {
      const query = compiler.selectFrom('removed_groups').selectAll().orderBy('pool_id').orderBy('group_id')
      return (await rows(query.compile())).map((row) => ({ poolId: row.pool_id, id: row.group_id }))
    },
    async empty({ poolId, id }, now, limit) {
      const { touched } = await change(piece({ pool_id: poolId, group_id: id, limit }))
      // The mark stays a while: somebody who still saw the group may put a user into it meanwhile.
      if (touched === 0) await change(unmark({ pool_id: poolId, group_id: id, removed_at: now - stragglersMs }))
      return touched
    },
  }
}
