import { passkeyNotFound } from '../../domain/passkey-refusals.ts'
import type { User } from '../../domain/user.ts'
import { settled } from '../../store/settled.ts'
import type { Admission } from '../tokens/issue-tokens.ts'
import type { World } from '../world.ts'
import { holderOf } from './holder-of.ts'

/** Takes away one of the user's own passkeys; the user is saved with it, so that a sign-in under way sees it. */
export function deletePasskey(
  caller: Pick<Admission, 'pool' | 'user'>,
  id: string,
  world: Pick<World, 'store' | 'clock'>,
): Promise<void> {
  const { store, clock } = world
  return settled(async () => {
    const before = await holderOf(caller, world)
    const after: User = { ...before, credentials: withoutOne(before.credentials), modifiedAt: clock.now() }
    const removed = store.passkeys.remove({ poolId: before.poolId, sub: before.sub, id }, passkeyNotFound)
    await store.decide([...store.users.save(after, before), removed])
  })
}

/** Whoever has no passkey left is not asked for one. */
function withoutOne({ passkeys = 0, passkeyMfa, ...credentials }: User['credentials']): User['credentials'] {
  if (passkeys <= 1) return credentials
  return { ...credentials, passkeys: passkeys - 1, ...(passkeyMfa && { passkeyMfa }) }
}
