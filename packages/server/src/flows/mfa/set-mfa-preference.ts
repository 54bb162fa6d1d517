import { changedPasskeyMfa } from '../../domain/passkey-mfa.ts'
import { changedMfaPreference, type MfaPreferenceChange } from '../../domain/mfa-preference.ts'
import type { Pool } from '../../domain/pool.ts'
import type { User } from '../../domain/user.ts'
import { settled } from '../../store/settled.ts'
import type { World } from '../world.ts'

/** Turns second factors of a user on and off; the user is read anew each time `find` is called. */
export function setMfaPreference(
  pool: Pool,
  find: () => Promise<User>,
  change: MfaPreferenceChange,
  { store, clock }: Pick<World, 'store' | 'clock'>,
): Promise<void> {
  return settled(async () => {
    const before = await find()
    const changed = changedMfaPreference(pool, before, change)
    const passkeyMfa = changedPasskeyMfa({ pool, user: before }, change.WEB_AUTHN, changed)
    const { mfa: _, passkeyMfa: __, ...credentials } = before.credentials
    const after: User = {
      ...before,
      credentials: { ...credentials, ...(changed && { mfa: changed }), ...(passkeyMfa && { passkeyMfa }) },
      modifiedAt: clock.now(),
    }
    await store.decide(store.users.save(after, before))
  })
}
