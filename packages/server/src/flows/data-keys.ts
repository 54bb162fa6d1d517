import type { Clock } from '../ambient/clock.ts'
import type { Random } from '../ambient/random.ts'
import { unwrapDataKey, wrapDataKey } from '../crypto/data-key-wrapping.ts'
import { keyRing, type KeyRing, type PlainDataKey } from '../crypto/key-ring.ts'
import { settled } from '../store/settled.ts'
import type { Store } from '../store/store.ts'

/** Under which name the store keeps the key of digests; it never seals anything, and never changes. */
const digestKeyId = 'digests'

interface Opening {
  readonly store: Store
  readonly masterKey: Uint8Array
  readonly random: Random
  readonly clock: Clock
}

/** Unwraps the keys that seal everything; an empty store gets its first ones. Throws WrongMasterKey. */
export function openDataKeys(
  opening: Opening,
): Promise<{ readonly ring: KeyRing; readonly digestKey: Uint8Array; readonly firstStart: boolean }> {
  return settled(async () => {
    const { store, masterKey, random } = opening
    const kept = await store.dataKeys.list()
    const keys =
      kept.length > 0 ? kept.map(({ id, wrapped }) => unwrapDataKey(masterKey, id, wrapped)) : await firstKeys(opening)
    const digest = keys.find(({ id }) => id === digestKeyId)
    const sealing = keys.filter(({ id }) => id !== digestKeyId)
    const current = sealing.at(-1)
    if (!digest || !current) throw new Error('The store has lost some of its data keys')
    const ring = keyRing({ dataKeys: sealing, currentKeyId: current.id, random })
    return { ring, digestKey: digest.key, firstStart: kept.length === 0 }
  })
}

/** Wraps every data key under another master key, in one decision: what they seal need not be touched. */
export async function rewrapDataKeys(
  { store, random }: Pick<Opening, 'store' | 'random'>,
  masterKeys: { readonly old: Uint8Array; readonly next: Uint8Array },
): Promise<void> {
  const kept = await store.dataKeys.list()
  const rewrapped = kept.map(({ id, wrapped }) => {
    const key = unwrapDataKey(masterKeys.old, id, wrapped)
    return store.dataKeys.rewrap(id, wrapDataKey(masterKeys.next, key, random))
  })
  await store.decide(rewrapped)
}

async function firstKeys({ store, masterKey, random, clock }: Opening): Promise<readonly PlainDataKey[]> {
  const keys = [digestKeyId, 'k1'].map((id) => ({ id, key: random.bytes(32) }))
  const createdAt = clock.now()
  const wrap = (key: PlainDataKey) => wrapDataKey(masterKey, key, random)
  await store.decide(keys.map((key) => store.dataKeys.add({ id: key.id, wrapped: wrap(key), createdAt })))
  return keys
}
