import type { Group } from '../domain/group.ts'
import type { Schema } from './schema.ts'

type GroupRow = Schema['groups']

export function toGroup(row: GroupRow): Group {
  return {
    poolId: row.pool_id,
    id: row.group_id,
    name: row.group_name,
    settings: JSON.parse(row.settings) as Group['settings'],
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
    version: row.version,
  }
}

export function toGroupRow(group: Group): GroupRow {
  return {
    pool_id: group.poolId,
    group_id: group.id,
    group_name: group.name,
    settings: JSON.stringify(group.settings),
    created_at: group.createdAt,
    modified_at: group.modifiedAt,
    version: group.version,
  }
}
