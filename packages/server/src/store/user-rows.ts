import type { User } from '../domain/user.ts'
import type { Schema } from './schema.ts'

export type UserRow = Schema['users']

/** `in_groups` is there where the read looked: see in-groups.ts. */
export function toUser(row: UserRow & { readonly in_groups?: number }): User {
  return {
    poolId: row.pool_id,
    sub: row.sub,
    username: row.username,
    status: row.status as User['status'],
    enabled: row.enabled === 1,
    attributes: JSON.parse(row.attributes) as User['attributes'],
    pendingAttributes: JSON.parse(row.pending_attributes) as User['pendingAttributes'],
    credentials: JSON.parse(row.credentials) as User['credentials'],
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
    version: row.version,
    ...(row.in_groups === 1 && { inGroups: true }),
  }
}

export function toUserRow(user: User): UserRow {
  return {
    pool_id: user.poolId,
    sub: user.sub,
    username: user.username,
    status: user.status,
    enabled: user.enabled ? 1 : 0,
    attributes: JSON.stringify(user.attributes),
    pending_attributes: JSON.stringify(user.pendingAttributes),
    credentials: JSON.stringify(user.credentials),
    created_at: user.createdAt,
    modified_at: user.modifiedAt,
    version: user.version,
  }
}
