import type { CodeDeliveryDetailsType } from '@cognate/wire/user-pools.ts'
import { noSuchAddress } from '../../domain/refusals.ts'
import { countTry } from '../codes/judge-code.ts'
import { hourlyLimits } from '../codes/limits.ts'
import { codeMessage } from '../messages/code-message.ts'
import type { Admission } from '../tokens/issue-tokens.ts'
import type { World } from '../world.ts'
import { contactAttribute } from './contact-attribute.ts'

/** Sends a code to the user's own address: the one that waits to be verified, otherwise the one they have. */
export async function sendAttributeCode(
  { pool, client, user }: Pick<Admission, 'pool' | 'client' | 'user'>,
  {
    name,
    clientMetadata,
  }: { readonly name: string; readonly clientMetadata: Readonly<Record<string, string>> | undefined },
  world: World,
): Promise<CodeDeliveryDetailsType> {
  const attribute = contactAttribute(name)
  const value = user.pendingAttributes[attribute] ?? user.attributes[attribute]
  if (!value) throw noSuchAddress(attribute)
  const purpose = `VerifyAttribute:${attribute}` as const
  const source = 'CustomMessage_VerifyUserAttribute'
  const occasion = { pool, user, clientId: client.id, purpose, source, attribute, value, clientMetadata } as const
  const { statements, details } = await codeMessage(occasion, world)
  const kind = 'GetUserAttributeVerificationCode'
  const tried = countTry({ poolId: pool.id, who: user.sub, kind, limit: hourlyLimits[kind] }, world)
  await world.store.decide([tried, ...statements])
  world.outbox.wake()
  return details
}
