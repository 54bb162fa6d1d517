import type { InitiateAuthResponse, WebAuthnConfigurationType } from '@cognate/wire/user-pools.ts'
import { passkeyScene } from './passkey-scene.ts'
import type { Habits, SoftwareAuthenticator } from './software-authenticator.ts'

type Answers = Readonly<Record<string, string>>
type Question = Pick<InitiateAuthResponse, 'ChallengeName' | 'Session' | 'ChallengeParameters'>

interface RequestOptions {
  readonly challenge: string
  readonly rpId: string
  readonly userVerification: string
  readonly allowCredentials: readonly { readonly id: string; readonly transports: readonly string[] }[]
}

/** What an authenticator is asked for. */
export const optionsIn = ({ ChallengeParameters = {} }: Question) =>
  JSON.parse(ChallengeParameters['CREDENTIAL_REQUEST_OPTIONS'] ?? 'null') as RequestOptions

/** Ada, who signs in by choice, and short words for what she does with her passkeys. */
export async function passkeySignInScene(wishes: Parameters<typeof passkeyScene>[0] = {}) {
  const it = await passkeyScene(wishes)
  const { call, ClientId, UserPoolId } = it

  const start = (parameters: Answers = {}, USERNAME = 'ada') =>
    call('InitiateAuth', { ClientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME, ...parameters } })

  const prefer = (name?: string) => start({ PREFERRED_CHALLENGE: 'WEB_AUTHN' }, name)

  const answer = ({ ChallengeName = 'WEB_AUTHN', Session = '' }: Question, answers: Answers, USERNAME = 'ada') =>
    call('RespondToAuthChallenge', { ClientId, ChallengeName, Session, ChallengeResponses: { USERNAME, ...answers } })

  const select = (question: Question, answers: Answers, name?: string) =>
    answer({ ...question, ChallengeName: 'SELECT_CHALLENGE' }, { ANSWER: 'WEB_AUTHN', ...answers }, name)

  const show = (question: Question, credential: object, name?: string) =>
    answer({ ...question, ChallengeName: 'WEB_AUTHN' }, { CREDENTIAL: JSON.stringify(credential) }, name)

  async function signsIn({ get }: SoftwareAuthenticator, habits: Habits = {}) {
    const question = await prefer()
    return show(question, get(optionsIn(question), habits))
  }

  const configure = (WebAuthnConfiguration: WebAuthnConfigurationType) =>
    call('SetUserPoolMfaConfig', {
      UserPoolId,
      MfaConfiguration: 'OFF',
      WebAuthnConfiguration: { RelyingPartyId: 'example.com', ...WebAuthnConfiguration },
    })

  return { ...it, start, prefer, answer, select, show, signsIn, configure }
}

export type PasskeySignInScene = Awaited<ReturnType<typeof passkeySignInScene>>
