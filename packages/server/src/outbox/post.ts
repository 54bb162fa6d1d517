import type { Random } from '../ambient/random.ts'
import type { Sealer } from '../crypto/sealing.ts'
import type { Message } from '../domain/message.ts'
import type { Statement } from '../store/statement.ts'
import type { Store } from '../store/store.ts'
import type { OutboxSender } from './outbox-sender.ts'
import { recipientDigest } from './recipient-digest.ts'
import { sealMessage } from './sealed-message.ts'

/** Puts a message into the outbox, as part of the decision that causes it. It is due at once. */
export function post(
  message: Message,
  now: number,
  world: {
    readonly store: Pick<Store, 'outbox'>
    readonly sealer: Sealer
    readonly random: Random
    readonly outbox: OutboxSender
  },
): Statement {
  const id = world.random.uuid()
  return world.store.outbox.put({
    id,
    recipientDigest: recipientDigest(message.to, world.sealer),
    channel: message.channel,
    sealedPayload: sealMessage(message, id, world.sealer),
    createdAt: now,
    dueAt: now,
    attempts: 0,
    state: message.handedTo ? 'waiting' : world.outbox.stateOf(message.channel),
  })
}
