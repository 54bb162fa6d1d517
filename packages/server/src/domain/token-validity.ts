import type { AppClient, ClientSettings } from './pool.ts'

const secondsPer = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const

/** How long a client's tokens are good for, in seconds: where it does not say an hour, and 30 days for refresh tokens. */
export function tokenValidity({ settings }: Pick<AppClient, 'settings'>): {
  readonly accessToken: number
  readonly idToken: number
  readonly refreshToken: number
} {
  const units = settings.TokenValidityUnits
  return {
    accessToken: settings.AccessTokenValidity
      ? settings.AccessTokenValidity * secondsPer[units?.AccessToken ?? 'hours']
      : secondsPer.hours,
    idToken: settings.IdTokenValidity
      ? settings.IdTokenValidity * secondsPer[units?.IdToken ?? 'hours']
      : secondsPer.hours,
    refreshToken: settings.RefreshTokenValidity
      ? settings.RefreshTokenValidity * secondsPer[units?.RefreshToken ?? 'days']
      : 30 * secondsPer.days,
  }
}

/** What RefreshTokenValidity says where nobody chose it: thirty days, in whatever unit it is given. */
export function defaultRefreshTokenValidity(units: ClientSettings['TokenValidityUnits']): number {
  return (30 * secondsPer.days) / secondsPer[units?.RefreshToken ?? 'days']
}

/** Revocation, and with it `origin_jti`, is on unless the client turned it off; rotation needs it. */
export function tracksTokenOrigin({ settings }: Pick<AppClient, 'settings'>): boolean {
  return settings.EnableTokenRevocation !== false || settings.RefreshTokenRotation?.Feature === 'ENABLED'
}
