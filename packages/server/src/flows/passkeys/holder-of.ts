import { accessTokenRevoked } from '../../domain/refusals.ts'
import type { User } from '../../domain/user.ts'
import type { Admission } from '../tokens/issue-tokens.ts'
import type { World } from '../world.ts'

/** The user an access token was given to, read anew. These operations have no word for one who has gone meanwhile. */
export async function holderOf(
  { pool, user: { sub } }: Pick<Admission, 'pool' | 'user'>,
  { store }: Pick<World, 'store'>,
): Promise<User> {
  const user = await store.users.findBySub(pool.id, sub)
  if (!user) throw accessTokenRevoked()
  return user
}
