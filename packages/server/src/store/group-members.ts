import { sql } from 'kysely'
import type { Database } from './database.ts'
import { toGroup } from './group-rows.ts'
import { pageOf } from './page.ts'
import { plannedLimit } from './planned-limit.ts'
import { prepared } from './prepared.ts'
import type { Schema } from './schema.ts'
import type { Groups } from './user-store.ts'
import { toUser } from './user-rows.ts'

type Member = Schema['group_members']
type Held = Omit<Member, 'group_id'>

export function groupMembersIn(database: Database): Pick<Groups, 'ofUser' | 'members' | 'join' | 'leave'> {
  return { ...readsIn(database), ...writesIn(database) }
}

function readsIn({ compiler, rows }: Database): Pick<Groups, 'ofUser' | 'members'> {
  const ofUser = prepared((page: Held & { readonly after: string; readonly limit: number }) =>
    compiler
      .selectFrom('group_members as member')
      .innerJoin('groups', (join) =>
        join.onRef('groups.pool_id', '=', 'member.pool_id').onRef('groups.group_id', '=', 'member.group_id'),
      )
      .selectAll('groups')
      .where('member.pool_id', '=', page.pool_id)
      .where('member.sub', '=', page.sub)
      .where('groups.group_name', '>', page.after)
      .orderBy('groups.group_name')
      .limit(plannedLimit(page.limit)),
  )
  const members = prepared((page: Member & { readonly limit: number }) =>
    compiler
      .selectFrom('group_members as member')
      .innerJoin('users', (join) =>
        join.onRef('users.pool_id', '=', 'member.pool_id').onRef('users.sub', '=', 'member.sub'),
      )
      .selectAll('users')
      .where('member.pool_id', '=', page.pool_id)
      .where('member.group_id', '=', page.group_id)
      .where('member.sub', '>', page.sub)
      .orderBy('member.sub')
      .limit(plannedLimit(page.limit)),
  )
  return {
    async ofUser(poolId, sub, { limit, after = '' }) {
      const found = await rows(ofUser({ pool_id: poolId, sub, after, limit: limit + 1 }))
      return pageOf(found, limit, { place: (row) => row.group_name, item: toGroup })
    },
    async members(group, { limit, after = '' }) {
      const found = await rows(members({ pool_id: group.poolId, group_id: group.id, sub: after, limit: limit + 1 }))
      return pageOf(found, limit, { place: (row) => row.sub, item: toUser })
    },
  }
}

function writesIn({ compiler }: Database): Pick<Groups, 'join' | 'leave'> {
  // Writing the user's row as it is holds it: of two at once the second counts with the first, and nobody who is being
  // deleted joins.
  const hold = prepared((user: Held) =>
    compiler
      .updateTable('users')
      .set(({ ref }) => ({ version: ref('version') }))
      .where('pool_id', '=', user.pool_id)
      .where('sub', '=', user.sub),
  )
  const leave = prepared((member: Member) =>
    compiler
      .deleteFrom('group_members')
      .where('pool_id', '=', member.pool_id)
      .where('sub', '=', member.sub)
      .where('group_id', '=', member.group_id),
  )
  return {
    join: ({ poolId, sub }, { id }, { limit, gone, tooMany }) => [
      { query: hold({ pool_id: poolId, sub }), otherwise: gone },
      { query: joining({ pool_id: poolId, sub, group_id: id }, limit).compile(compiler), otherwise: tooMany },
    ],
    leave: ({ poolId, sub }, { id }) => ({ query: leave({ pool_id: poolId, sub, group_id: id }) }),
  }
}

/** Touches the membership even if it is there, so that it touches none only where the user has too many others. */
function joining({ pool_id, sub, group_id }: Member, limit: number) {
  return sql`insert into group_members (pool_id, sub, group_id)
    select cast(${pool_id} as text), cast(${sub} as text), cast(${group_id} as text)
    where (select count(*) from group_members other
      join "groups" on "groups".pool_id = other.pool_id and "groups".group_id = other.group_id
      where other.pool_id = ${pool_id} and other.sub = ${sub} and other.group_id <> ${group_id}) < ${limit}
    on conflict (pool_id, sub, group_id) do update set group_id = excluded.group_id`
}
