import type { Store } from '../store/store.ts'
import { inboxSize } from './read-inbox.ts'

const step = 200

/** Keeps the inbox at its size: removes the oldest messages that are not waiting to be sent. */
export async function trimInbox(store: Pick<Store, 'outbox' | 'decide'>): Promise<void> {
  const kept = await store.outbox.list({ limit: inboxSize + step })
  const surplus = kept.slice(inboxSize).filter(({ state }) => state !== 'waiting')
  if (surplus.length === 0) return
  await store.decide(surplus.map(({ id }) => store.outbox.remove(id)))
  if (surplus.length === step) await trimInbox(store)
}
