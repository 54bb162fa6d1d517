import type { ClientSettings, PoolSessions, PoolSettings } from './pool.ts'

export const noSessionTracking: PoolSessions = { UserSessionTracking: 'DISABLED', TokenSession: { MaxPerUser: 20 } }

export const defaultSsoSession: NonNullable<ClientSettings['SSOSession']> = { MaxValidityMinutes: 60 }

/** Off unless the operator turned it on. */
export function tracksSessions({ Sessions }: PoolSettings): boolean {
  return Sessions?.UserSessionTracking === 'ENABLED'
}
