import { aliasesOf } from '../../domain/login-names.ts'
import type { Pool } from '../../domain/pool.ts'
import { cannotConfirm, nameHeld } from '../../domain/refusals.ts'
import type { User } from '../../domain/user.ts'
import { settled } from '../../store/settled.ts'
import { claimAliases } from '../attributes/claim-aliases.ts'
import { requireUser } from '../find-user.ts'
import { postConfirmation } from '../triggers/post-confirmation.ts'
import type { World } from '../world.ts'

export interface Vouching {
  readonly pool: Pool
  readonly username: string
  readonly clientMetadata: Readonly<Record<string, string>> | undefined
}

/** An administrator vouches for a sign-up. That proves no address: what was not verified stays so. */
export async function adminConfirmSignUp({ pool, username, clientMetadata }: Vouching, world: World): Promise<void> {
  const user = await settled(async () => {
    const user = await requireUser(pool, username, world)
    if (user.status !== 'UNCONFIRMED') throw cannotConfirm(user.status)
    const confirmed: User = { ...user, status: 'CONFIRMED', modifiedAt: world.clock.now() }
    const aliases = aliasesOf(pool, confirmed)
    const taken = ({ kind }: { readonly kind: string }) => nameHeld(kind)
    const names = await claimAliases({ pool, user: confirmed, aliases, force: false, taken }, world)
    await world.store.decide([...world.store.users.save(confirmed, user), ...names])
    return confirmed
  })
  const source = 'PostConfirmation_ConfirmSignUp'
  await postConfirmation({ source, pool, clientId: undefined, user, clientMetadata }, world)
}
