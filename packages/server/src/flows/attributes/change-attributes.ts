import type { CodeDeliveryDetailsType } from '@cognate/wire/user-pools.ts'
import { attributeUpdate } from '../../domain/attribute-update.ts'
import type { ContactAttribute } from '../../domain/contact.ts'
import type { AppClient, Pool } from '../../domain/pool.ts'
import { checkChangedAttributes, checkWritable } from '../../domain/user-attributes.ts'
import type { Attributes, User } from '../../domain/user.ts'
import { settled } from '../../store/settled.ts'
import { codeMessage } from '../messages/code-message.ts'
import type { World } from '../world.ts'
import { nameChanges } from './name-changes.ts'

export interface AttributeChange {
  readonly pool: Pool
  /** Whom it is about, read anew each time it is asked. */
  readonly find: () => Promise<User>
  /** Through which client the user themselves changes; none for an administrator. */
  readonly client?: AppClient
  /** A blank value removes an attribute. */
  readonly change: Attributes
  readonly clientMetadata?: Readonly<Record<string, string>> | undefined
}

/** Changes attributes, the names that follow from them, and sends the codes that new addresses are proved by. */
export function changeAttributes(
  { pool, find, client, change, clientMetadata }: AttributeChange,
  world: World,
): Promise<readonly CodeDeliveryDetailsType[]> {
  return settled(async () => {
    const before = await find()
    if (client) checkWritable(Object.keys(change), client)
    checkChangedAttributes(change, before.attributes, pool)
    if (Object.keys(change).length === 0) return []
    const { attributes, pendingAttributes, unproven } = attributeUpdate(before, change, pool)
    const after: User = { ...before, attributes, pendingAttributes, modifiedAt: world.clock.now() }
    const of = { pool, client, change, clientMetadata }
    const messages = await Promise.all(unproven.map((attribute) => proofMessage(attribute, after, of, world)))
    await world.store.decide([
      ...world.store.users.save(after, before),
      ...(await nameChanges(pool, before, after, world)),
      ...messages.flatMap(({ statements }) => statements),
    ])
    if (messages.length > 0) world.outbox.wake()
    return messages.map(({ details }) => details)
  })
}

function proofMessage(
  attribute: ContactAttribute,
  user: User,
  {
    pool,
    client,
    change,
    clientMetadata,
  }: Omit<AttributeChange, 'find' | 'client'> & { readonly client: AppClient | undefined },
  world: World,
) {
  const purpose = `VerifyAttribute:${attribute}` as const
  const value = change[attribute] ?? ''
  const source = 'CustomMessage_UpdateUserAttribute'
  const named = client && { clientId: client.id }
  return codeMessage({ pool, user, attribute, value, purpose, source, clientMetadata, ...named }, world)
}
