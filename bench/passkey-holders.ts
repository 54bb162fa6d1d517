import { softwareAuthenticator } from '../packages/server/src/testing/software-authenticator.ts'
import type { Caller, Document } from './caller.ts'
import type { Tokens } from './drives.ts'

/** Somebody who has registered a passkey. */
export interface PasskeyHolder {
  readonly username: string
  /** What they answer to a question, as CREDENTIAL. */
  shown(question: Document): string
}

export const relyingPartyId = 'localhost'

/** Registers a passkey for each, as a browser does. */
export async function registerPasskeys(caller: Caller, people: readonly Tokens[]): Promise<readonly PasskeyHolder[]> {
  const holders: PasskeyHolder[] = []
  for (const { username, access: AccessToken } of people) {
    const { create, get } = softwareAuthenticator('ES256', { origin: `http://${relyingPartyId}` })
    const { CredentialCreationOptions } = await caller.call('StartWebAuthnRegistration', { AccessToken })
    await caller.call('CompleteWebAuthnRegistration', { AccessToken, Credential: create(CredentialCreationOptions) })
    holders.push({ username, shown: (question) => JSON.stringify(get(optionsIn(question))) })
  }
  return holders
}

function optionsIn({ ChallengeParameters }: Document): unknown {
  const { CREDENTIAL_REQUEST_OPTIONS = 'null' } = ChallengeParameters as Readonly<Record<string, string>>
  return JSON.parse(CREDENTIAL_REQUEST_OPTIONS)
}
