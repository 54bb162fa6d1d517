import type { Pool } from '../domain/pool.ts'
import type { World } from '../flows/world.ts'
import { publicJwkOf } from '../tokens/token-keys.ts'

/** Every key whose tokens may still be about, retired ones included (RFC 7517). */
export async function jwks(pool: Pool, { store }: Pick<World, 'store'>): Promise<object> {
  const keys = await store.signingKeys.list(pool.id)
  return { keys: keys.map(publicJwkOf) }
}
