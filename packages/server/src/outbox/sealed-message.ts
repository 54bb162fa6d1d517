import type { Sealer } from '../crypto/sealing.ts'
import type { Message } from '../domain/message.ts'

const context = (id: string) => `outbox:${id}`

export function sealMessage(message: Message, id: string, sealer: Pick<Sealer, 'seal'>): string {
  return sealer.seal(JSON.stringify(message), context(id))
}

/** Throws what the sealer throws when the payload is not what was put there. */
export function unsealMessage(sealed: string, id: string, sealer: Pick<Sealer, 'unseal'>): Message {
  return JSON.parse(sealer.unseal(sealed, context(id)).toString('utf8')) as Message
}
