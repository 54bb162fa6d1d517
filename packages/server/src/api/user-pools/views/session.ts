import type { SessionDescriptionType } from '@cognate/wire/user-pools.ts'
import type { Session } from '../../../domain/session.ts'
import { tokenSessionId } from '../../../domain/token-session-id.ts'

/** `current` is the id of the session that the caller's access token belongs to. Places on the map are not told. */
export function sessionView(session: Session, current?: string): SessionDescriptionType {
  const { id, clientId, authenticatedAt, rotatedAt, lastActiveAt, deviceType, address } = session
  return {
    SessionId: tokenSessionId(id),
    SessionType: 'TOKEN',
    ClientId: clientId,
    CreateDate: new Date(authenticatedAt),
    LastActiveDate: new Date(lastActiveAt ?? rotatedAt ?? authenticatedAt),
    DeviceType: deviceType ?? 'unknown',
    LastIPAddress: address,
    IsCurrentSession: id === current,
  }
}
