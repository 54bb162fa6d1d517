import type { User } from '../../domain/user.ts'
import { settled } from '../../store/settled.ts'
import type { World } from '../world.ts'

/** The user and everything of theirs goes at once; their names are free from then on. */
export function removeUser(find: () => Promise<User>, { store }: Pick<World, 'store'>): Promise<void> {
  return settled(async () => store.decide(store.users.remove(await find())))
}
