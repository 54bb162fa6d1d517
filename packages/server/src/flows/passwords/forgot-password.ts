import type { CodeDeliveryDetailsType } from '@cognate/wire/user-pools.ts'
import { recoveryAttributes } from '../../domain/account-recovery.ts'
import type { CallOrigin } from '../../domain/call-origin.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import { adminMustReset } from '../../domain/refusals.ts'
import type { User } from '../../domain/user.ts'
import { requestCode } from '../codes/request-code.ts'
import { watchedRequest } from '../threats/watched-request.ts'
import { migrateUser } from '../users/migrate-user.ts'
import type { World } from '../world.ts'
import { recoveryAddress } from './recovery-address.ts'

interface Forgotten {
  readonly pool: Pool
  readonly client: AppClient
  readonly username: string
  readonly origin: CallOrigin
  readonly clientMetadata: Readonly<Record<string, string>> | undefined
}

/** Sends the code that a new password is set with, if the pool lets people recover by themselves. */
export async function forgotPassword(forgotten: Forgotten, world: World): Promise<CodeDeliveryDetailsType> {
  const { pool } = forgotten
  const attributes = recoveryAttributes(pool)
  if (attributes.length === 0) throw adminMustReset()
  const request = {
    ...forgotten,
    attributes,
    purpose: 'ForgotPassword',
    source: 'CustomMessage_ForgotPassword',
    kind: 'ForgotPassword',
    addressOf: (user: User) => recoveryAddress(pool, user),
  } as const
  const act = async () => {
    const { client, username: name, clientMetadata } = forgotten
    await migrateUser({ source: 'UserMigration_ForgotPassword', pool, client, name, clientMetadata }, world)
    return requestCode(request, world)
  }
  return watchedRequest({ type: 'ForgotPassword', ...forgotten }, act, world)
}
