import type { SigningKey } from '../../domain/pool.ts'
import type { Statement } from '../../store/statement.ts'
import { signingKeyContext } from '../../tokens/token-keys.ts'
import type { World } from '../world.ts'

/** A fresh key pair for one use, sealed, and the statement that keeps it. */
export async function addSigningKey(
  poolId: string,
  use: SigningKey['use'],
  { keyPairs, sealer, store, clock }: Pick<World, 'keyPairs' | 'sealer' | 'store' | 'clock'>,
): Promise<Statement> {
  const { kid, privateKey, publicJwk } = await keyPairs.take()
  return store.signingKeys.add({
    id: kid,
    poolId,
    use,
    publicJwk: JSON.stringify(publicJwk),
    sealedPrivateKey: sealer.seal(privateKey, signingKeyContext(poolId)),
    createdAt: clock.now(),
  })
}

/** The two keys a pool signs with now: one for ID tokens, another for access tokens. */
export async function currentSigningKeys(
  poolId: string,
  { store }: Pick<World, 'store'>,
): Promise<{ readonly id: SigningKey; readonly access: SigningKey }> {
  const keys = await store.signingKeys.list(poolId)
  const current = (use: SigningKey['use']) => keys.find((key) => key.use === use && key.retiredAt === undefined)
  const [id, access] = [current('id'), current('access')]
  if (!id || !access) throw new Error(`Pool ${poolId} has no signing keys`)
  return { id, access }
}

/** Gives the pool new keys. The old ones stay published until the last token that they signed has expired. */
export async function rotateSigningKeys(
  poolId: string,
  world: Pick<World, 'keyPairs' | 'sealer' | 'store' | 'clock'>,
): Promise<void> {
  const { signingKeys, decide } = world.store
  // Rotations that ran at once left more than one pair: whatever is not retired would be published for ever.
  const old = (await signingKeys.list(poolId)).filter(({ retiredAt }) => retiredAt === undefined)
  const added = [await addSigningKey(poolId, 'id', world), await addSigningKey(poolId, 'access', world)]
  const now = world.clock.now()
  await decide([...added, ...old.map(({ id }) => signingKeys.retire(poolId, id, now))])
}
