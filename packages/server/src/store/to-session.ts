import { isAuthenticationMethod } from '../domain/authentication-method.ts'
import type { Session } from '../domain/session.ts'
import type { Schema } from './schema.ts'

export function toSession(row: Schema['sessions']): Session {
  return {
    poolId: row.pool_id,
    sub: row.sub,
    id: row.session_id,
    clientId: row.client_id,
    originJti: row.origin_jti,
    authenticatedAt: row.authenticated_at,
    expiresAt: row.expires_at,
    generation: row.generation,
    ...(row.revoked_at !== null && { revokedAt: row.revoked_at }),
    ...(row.rotated_at !== null && { rotatedAt: row.rotated_at }),
    ...(row.last_active_at !== null && { lastActiveAt: row.last_active_at }),
    ...(row.acr !== null && { acr: row.acr }),
    ...(row.amr !== null && { amr: row.amr.split(' ').filter(isAuthenticationMethod) }),
    ...(row.device_key !== null && { deviceKey: row.device_key }),
    ...(row.address !== null && { address: row.address }),
    ...(row.device_type !== null && { deviceType: row.device_type }),
  }
}
