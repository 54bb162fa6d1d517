import type { Sealer } from '../crypto/sealing.ts'
import type { Parcel } from '../domain/parcel.ts'
import type { Store } from '../store/store.ts'
import { recipientDigest } from './recipient-digest.ts'
import { unsealMessage } from './sealed-message.ts'

/** How many messages the inbox keeps. */
export const inboxSize = 1_000

/** The messages of the outbox as a developer reads them, newest first; all, or those to one address. */
export async function readInbox(
  to: string | undefined,
  { store, sealer }: { readonly store: Pick<Store, 'outbox'>; readonly sealer: Sealer },
): Promise<readonly Parcel[]> {
  const whose = to === undefined ? {} : { recipientDigest: recipientDigest(to, sealer) }
  const kept = await store.outbox.list({ ...whose, limit: inboxSize })
  return kept.map(({ id, createdAt, sealedPayload }) => ({
    id,
    createdAt,
    message: unsealMessage(sealedPayload, id, sealer),
  }))
}
