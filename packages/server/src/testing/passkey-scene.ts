import type { CreateUserPoolRequest, SetUserPoolMfaConfigRequest } from '@cognate/wire/user-pools.ts'
import type { Parts } from '../flows/open-world.ts'
import { signInScene, tokensOf } from './sign-in-scene.ts'
import { softwareAuthenticator, type SoftwareAuthenticator } from './software-authenticator.ts'

export const withPasskeys = { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } } as const

export const everyFlowByChoice = [
  'ALLOW_USER_AUTH',
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
] as const

interface Wishes extends Partial<Parts> {
  readonly pool?: Partial<CreateUserPoolRequest>
  readonly config?: Partial<SetUserPoolMfaConfigRequest>
}

/** A pool whose users may have passkeys for example.com, Ada in it, and short words for what she does with them. */
export async function passkeyScene({ pool, config, ...parts }: Wishes = {}) {
  const it = await signInScene(
    { Policies: withPasskeys, ...pool },
    { client: { ExplicitAuthFlows: everyFlowByChoice, PreventUserExistenceErrors: 'ENABLED' }, ...parts },
  )
  const { call, UserPoolId } = it
  const WebAuthnConfiguration = { RelyingPartyId: 'example.com' }
  await call('SetUserPoolMfaConfig', { UserPoolId, MfaConfiguration: 'OFF', WebAuthnConfiguration, ...config })
  const ada = await it.newUser('ada')
  const { AccessToken } = tokensOf(await it.byPassword('ada'))

  const optionsFor = async (token = AccessToken) =>
    (await call('StartWebAuthnRegistration', { AccessToken: token })).CredentialCreationOptions

  const complete = (Credential: Readonly<Record<string, unknown>>, token = AccessToken) =>
    call('CompleteWebAuthnRegistration', { AccessToken: token, Credential })

  async function registers(
    authenticator: SoftwareAuthenticator = softwareAuthenticator(),
    token = AccessToken,
  ): Promise<SoftwareAuthenticator> {
    await complete(authenticator.create(await optionsFor(token)), token)
    return authenticator
  }

  const listed = async (token = AccessToken) =>
    (await call('ListWebAuthnCredentials', { AccessToken: token })).Credentials

  return { ...it, ada, AccessToken, optionsFor, complete, registers, listed }
}

export type PasskeyScene = Awaited<ReturnType<typeof passkeyScene>>
