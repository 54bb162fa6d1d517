import type { CodeDeliveryDetailsType } from '@cognate/wire/user-pools.ts'
import type { CallOrigin } from '../../domain/call-origin.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import { alreadyConfirmed, noConfirmationAddress, userDisabled } from '../../domain/refusals.ts'
import type { User } from '../../domain/user.ts'
import { requestCode, type Address } from '../codes/request-code.ts'
import { watchedRequest } from '../threats/watched-request.ts'
import type { World } from '../world.ts'
import { confirmationAttribute } from './sign-up.ts'

interface Resend {
  readonly pool: Pool
  readonly client: AppClient
  readonly username: string
  readonly origin: CallOrigin
  readonly clientMetadata: Readonly<Record<string, string>> | undefined
}

/** Sends a new code for a sign-up that waits; the older one is worth nothing from then on. */
export async function resendConfirmationCode(resend: Resend, world: World): Promise<CodeDeliveryDetailsType> {
  const verified = resend.pool.settings.AutoVerifiedAttributes ?? []
  if (verified.length === 0) throw noConfirmationAddress()
  const request = {
    ...resend,
    attributes: (['phone_number', 'email'] as const).filter((name) => verified.includes(name)),
    purpose: 'ConfirmSignUp',
    source: 'CustomMessage_ResendCode',
    kind: 'ResendConfirmationCode',
    addressOf: (user: User) => addressOf(resend.pool, user),
  } as const
  return watchedRequest({ type: 'ResendCode', ...resend }, () => requestCode(request, world), world)
}

function addressOf(pool: Pool, user: User): Address {
  if (user.status !== 'UNCONFIRMED') return { refusal: alreadyConfirmed() }
  if (!user.enabled) return { refusal: userDisabled() }
  const attribute = confirmationAttribute(pool, user)
  const value = attribute && user.attributes[attribute]
  return attribute && value ? { attribute, value } : { refusal: noConfirmationAddress() }
}
