import type { AuthenticationResultType } from '@cognate/wire/user-pools.ts'
import { flowNotEnabled, invalid, missingParameter, refreshTokenRevoked } from '../../domain/refusals.ts'
import { checkSecretHash } from '../client-secret.ts'
import { allowsFlow } from '../sign-in/allows-flow.ts'
import type { Initiation } from '../sign-in/initiation.ts'
import type { World } from '../world.ts'
import { isNewest, issueAgain, readRefreshToken } from './refresh.ts'

/** REFRESH_TOKEN_AUTH: the hash is over the canonical username, which the client knows from its tokens. */
export async function refreshWithHash(
  { pool, client, parameters, origin }: Initiation,
  world: World,
): Promise<AuthenticationResultType> {
  if (client.settings.RefreshTokenRotation?.Feature === 'ENABLED')
    throw invalid(
      'REFRESH_TOKEN_AUTH is not available while refresh token rotation is enabled; use GetTokensFromRefreshToken.',
    )
  if (!allowsFlow(client, ['ALLOW_REFRESH_TOKEN_AUTH'])) throw flowNotEnabled('REFRESH_TOKEN_AUTH')
  const token = parameters['REFRESH_TOKEN']
  if (!token) throw missingParameter('REFRESH_TOKEN')
  const occasion = { source: 'TokenGeneration_RefreshTokens', clientMetadata: undefined } as const
  const presenter = { pool, client, deviceKey: parameters['DEVICE_KEY'], origin, occasion }
  const admission = await readRefreshToken(token, presenter, world)
  const { user } = admission
  checkSecretHash(client, parameters['SECRET_HASH'], [user.username, user.sub], world)
  // Rotated away while rotation was on. The operation has no name for reuse.
  if (!isNewest(admission)) throw refreshTokenRevoked()
  return issueAgain(admission, world)
}
