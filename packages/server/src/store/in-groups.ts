import { sql } from 'kysely'

/** A column of a user's read: 1 if they may be in a group, so that who is in none costs no second read. */
export const inGroups = sql<number>`case when exists (select 1 from group_members
  where group_members.pool_id = users.pool_id and group_members.sub = users.sub) then 1 else 0 end`.as('in_groups')
