import type { CodeDeliveryDetailsType } from '@cognate/wire/user-pools.ts'
import type { ContactAttribute } from '../../domain/contact.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import { alreadyConfirmed, noConfirmationAddress, userDisabled, usernameClientNotFound } from '../../domain/refusals.ts'
import { hidesUserExistence } from '../../domain/user-existence.ts'
import type { User } from '../../domain/user.ts'
import { decoyCode } from '../codes/decoy-code.ts'
import { countTry } from '../codes/judge-code.ts'
import { hourlyLimits } from '../codes/limits.ts'
import { findUser } from '../find-user.ts'
import { codeMessage } from '../messages/code-message.ts'
import { nobody } from '../sign-in/identity.ts'
import type { World } from '../world.ts'
import { confirmationAttribute } from './sign-up.ts'

interface Resend {
  readonly pool: Pool
  readonly client: AppClient
  readonly username: string
}

const counted = { kind: 'ResendConfirmationCode', limit: hourlyLimits.ResendConfirmationCode } as const

/** Sends a new code for a sign-up that waits; the older one is worth nothing from then on. */
export async function resendConfirmationCode(resend: Resend, world: World): Promise<CodeDeliveryDetailsType> {
  const { pool, client, username } = resend
  const attributes = confirmationAttributes(pool)
  if (attributes.length === 0) throw noConfirmationAddress()
  const user = await findUser(pool, username, world)
  const who = user?.sub ?? nobody(username, pool, world)
  const tried = countTry({ poolId: pool.id, who, ...counted }, world)
  const address = addressOf(pool, user)
  if ('refusal' in address && !hidesUserExistence(client)) {
    await world.store.decide([tried])
    throw address.refusal
  }
  const purpose = 'ConfirmSignUp'
  const { statements, details } =
    user && 'attribute' in address
      ? codeMessage({ pool, user, clientId: client.id, ...address, purpose, source: 'CustomMessage_ResendCode' }, world)
      : decoyCode({ pool, who, calledAs: username, purpose, attributes }, world)
  await world.store.decide([tried, ...statements])
  world.outbox.wake()
  return details
}

type Address = { readonly attribute: ContactAttribute; readonly value: string } | { readonly refusal: Error }

function addressOf(pool: Pool, user: User | undefined): Address {
  if (!user) return { refusal: usernameClientNotFound() }
  if (user.status !== 'UNCONFIRMED') return { refusal: alreadyConfirmed() }
  if (!user.enabled) return { refusal: userDisabled() }
  const attribute = confirmationAttribute(pool, user)
  const value = attribute && user.attributes[attribute]
  return attribute && value ? { attribute, value } : { refusal: noConfirmationAddress() }
}

const confirmationAttributes = (pool: Pool): readonly ContactAttribute[] => {
  const verified = pool.settings.AutoVerifiedAttributes ?? []
  return (['phone_number', 'email'] as const).filter((name) => verified.includes(name))
}
