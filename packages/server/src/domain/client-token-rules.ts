import type { ClientSettings } from './pool.ts'
import { invalid } from './refusals.ts'
import { tokenValidity } from './token-validity.ts'

const [fiveMinutes, hour, day] = [300, 3600, 86_400]

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_TokenValidityUnitsType.html */
export function checkClientTokens(settings: ClientSettings): void {
  const { accessToken, idToken, refreshToken } = tokenValidity({ settings })
  const inRange =
    within(accessToken, fiveMinutes, day) && within(idToken, fiveMinutes, day) && within(refreshToken, hour, 3650 * day)
  if (!inRange) throw invalid('Invalid range for token validity.')
  if (accessToken > refreshToken || idToken > refreshToken)
    throw invalid('Access and Id Token expiration times must be less than or equal to refresh token expiration times.')
}

const within = (seconds: number, least: number, most: number) => seconds >= least && seconds <= most
