import { refreshTokenInvalid } from '../../domain/refusals.ts'
import type { Session } from '../../domain/session.ts'
import type { World } from '../world.ts'

/**
 * A refresh token that was issued to a device is good for that device alone, once it is confirmed.
 * https://repost.aws/knowledge-center/cognito-invalid-refresh-token-error
 */
export async function refuseForeignDevice(
  { poolId, sub, deviceKey }: Session,
  presented: string | undefined,
  { store }: Pick<World, 'store'>,
): Promise<void> {
  if (deviceKey === undefined) return
  if (presented !== deviceKey || !(await store.devices.find(poolId, sub, deviceKey))) throw refreshTokenInvalid()
}
