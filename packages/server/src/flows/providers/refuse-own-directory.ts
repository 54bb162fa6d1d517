import { Refusal } from '../../domain/refusal.ts'

/** The pool itself is named like a provider in some places, but cannot be changed like one. */
export function refuseOwnDirectory(name: string): void {
  if (name === 'COGNITO')
    throw new Refusal('UnsupportedIdentityProviderException', `${name} is not a third-party identity provider.`)
}
