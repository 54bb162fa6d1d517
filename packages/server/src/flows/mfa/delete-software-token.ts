import type { MfaFactor } from '../../domain/mfa-factor.ts'
import type { Pool } from '../../domain/pool.ts'
import type { MfaPreference, User } from '../../domain/user.ts'
import { settled } from '../../store/settled.ts'
import { requireUser } from '../find-user.ts'
import type { World } from '../world.ts'

/** Takes a user's authenticator away, the one that waits to be verified too, and no longer asks for it. */
export function deleteSoftwareToken(pool: Pool, username: string, world: World): Promise<void> {
  return settled(async () => {
    const before = await requireUser(pool, username, world)
    const { softwareToken: _, associatedSecret: __, mfa, passkeyMfa, ...credentials } = before.credentials
    const left = mfa && withoutSoftwareToken(mfa)
    const after: User = {
      ...before,
      credentials: { ...credentials, ...(left && { mfa: left, ...(passkeyMfa && { passkeyMfa }) }) },
      modifiedAt: world.clock.now(),
    }
    await world.store.decide(world.store.users.save(after, before))
  })
}

function withoutSoftwareToken({ enabled, preferred }: MfaPreference): MfaPreference | undefined {
  const left: readonly MfaFactor[] = enabled.filter((factor) => factor !== 'SOFTWARE_TOKEN_MFA')
  if (left.length === 0) return undefined
  return preferred && left.includes(preferred) ? { enabled: left, preferred } : { enabled: left }
}
