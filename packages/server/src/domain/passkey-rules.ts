import type { WebAuthnConfigurationType } from '@cognate/wire/user-pools.ts'
import type { Pool } from './pool.ts'
import { noPasskeys } from './passkey-refusals.ts'
import { invalid } from './refusals.ts'

/** Whether users of a pool may sign in with passkeys. */
export function offersPasskeys({ settings }: Pick<Pool, 'settings'>): boolean {
  return settings.Policies?.SignInPolicy?.AllowedFirstAuthFactors?.includes('WEB_AUTHN') ?? false
}

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const hostName = new RegExp(`^(?:localhost|(?:${label}\\.)+(?!\\d+$)${label})$`)

/**
 * A relying party is a host name; browsers take neither an address, nor a port, nor a name of another form.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_WebAuthnConfigurationType.html
 */
export function checkWebAuthn(requested: WebAuthnConfigurationType | undefined, { settings }: Pool): void {
  if (!requested) return
  if (settings.UserPoolTier === 'LITE') throw noPasskeys(settings.UserPoolTier)
  const { RelyingPartyId: id } = requested
  if (id !== undefined && !hostName.test(id)) throw invalid(`${id} is not a valid relying party ID.`)
}
