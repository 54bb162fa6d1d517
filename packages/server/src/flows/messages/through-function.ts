import type { Message } from '../../domain/message.ts'
import { messageSender } from '../../domain/message-sender.ts'
import type { Pool } from '../../domain/pool.ts'
import type { User } from '../../domain/user.ts'
import { eventAttributes } from '../triggers/event-attributes.ts'

interface Occasion {
  readonly pool: Pool
  readonly user: User
  readonly clientId?: string | undefined
  readonly clientMetadata?: Readonly<Record<string, string>> | undefined
}

/** The message with what the pool's function will be told of it, where a function sends it. */
export function throughFunction(message: Message, { pool, user, clientId, clientMetadata }: Occasion): Message {
  const sender = messageSender(pool, message.channel)
  if (!sender) return message
  const { id, account, region } = pool
  const about = { userName: user.username, userAttributes: eventAttributes(pool, user), clientId, clientMetadata }
  return { ...message, handedTo: { ...sender, pool: { id, account, region }, ...about } }
}
