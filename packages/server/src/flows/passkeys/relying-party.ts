import type { UserVerificationType } from '@cognate/wire/user-pools.ts'
import { isCustom } from '../../domain/pool-domain.ts'
import type { Pool } from '../../domain/pool.ts'
import { publicHost } from '../site.ts'
import type { World } from '../world.ts'

/** For whom passkeys of a pool are, and what is asked of authenticators. */
export interface RelyingParty {
  readonly id: string
  readonly userVerification: UserVerificationType
}

/**
 * The one that is set, else the pool's custom domain, else its prefix domain; undefined where there is none.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_WebAuthnConfigurationType.html
 */
export async function relyingPartyOf(
  pool: Pool,
  world: Pick<World, 'store' | 'site'>,
): Promise<RelyingParty | undefined> {
  const { RelyingPartyId, UserVerification = 'preferred' } = pool.settings.Mfa?.WebAuthnConfiguration ?? {}
  const id = RelyingPartyId ?? (await domainIn(pool, world))
  return id === undefined ? undefined : { id, userVerification: UserVerification }
}

async function domainIn({ id }: Pool, { store, site }: Pick<World, 'store' | 'site'>): Promise<string | undefined> {
  const domains = await store.domains.ofPool(id)
  const custom = domains.find(isCustom)
  if (custom) return custom.domain
  return domains[0] && `${domains[0].domain}.auth.${publicHost(site)}`
}
