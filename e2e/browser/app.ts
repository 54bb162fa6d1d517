import { AuthenticationDetails, CognitoUser, CognitoUserPool } from 'amazon-cognito-identity-js'
import { Amplify } from 'aws-amplify'
import * as auth from 'aws-amplify/auth'

// What a web application does with Amazon's libraries; it is bundled, and runs in the browser.

interface Settings {
  readonly endpoint: string
  readonly poolId: string
  readonly clientId: string
}

/** With `amazon-cognito-identity-js`: signs in with SRP and gives the claims of the ID token. */
export function identitySignIn(settings: Settings, Username: string, Password: string): Promise<object> {
  const { endpoint, poolId, clientId } = settings
  const Pool = new CognitoUserPool({ UserPoolId: poolId, ClientId: clientId, endpoint })
  const user = new CognitoUser({ Username, Pool })
  const { promise, resolve, reject } = Promise.withResolvers<object>()
  user.authenticateUser(new AuthenticationDetails({ Username, Password }), {
    onSuccess: (session) => resolve(session.getIdToken().payload),
    onFailure: reject,
  })
  return promise
}

/** Points Amplify at a pool. */
export function configure({ endpoint, poolId, clientId }: Settings): void {
  const Cognito = { userPoolId: poolId, userPoolClientId: clientId, userPoolEndpoint: endpoint }
  Amplify.configure({ Auth: { Cognito } })
}

/** With Amplify: registers somebody. */
export async function amplifySignUp(username: string, password: string): Promise<void> {
  await auth.signUp({ username, password })
}

/** With Amplify: confirms with the code that was sent, and signs in with SRP. */
export async function amplifySignIn(username: string, password: string, confirmationCode: string): Promise<void> {
  await auth.confirmSignUp({ username, confirmationCode })
  await auth.signIn({ username, password })
}

/** The address of whoever Amplify finds signed in, as the server says it; rejects where nobody is. */
export async function amplifyAddress(): Promise<string | undefined> {
  return (await auth.fetchUserAttributes()).email
}

/** With Amplify: signs out. */
export async function amplifySignOut(): Promise<void> {
  await auth.signOut()
}

/** With Amplify: signs in with SRP. */
export async function amplifyEnters(username: string, password: string): Promise<void> {
  await auth.signIn({ username, password })
}

/** With Amplify: registers a passkey for whoever is signed in. */
export async function amplifyAddsPasskey(): Promise<void> {
  await auth.associateWebAuthnCredential()
}

/** With Amplify: signs in with a passkey, and gives what is left to do. */
export async function amplifyPasskeySignIn(username: string): Promise<string> {
  const options = { authFlowType: 'USER_AUTH', preferredChallenge: 'WEB_AUTHN' } as const
  return (await auth.signIn({ username, options })).nextStep.signInStep
}

/** With Amplify: chooses a passkey among what there is, signs in with it, and gives what was offered. */
export async function amplifyChoosesPasskey(username: string): Promise<readonly string[]> {
  const { nextStep } = await auth.signIn({ username, options: { authFlowType: 'USER_AUTH' } })
  if (nextStep.signInStep !== 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION') throw new Error(nextStep.signInStep)
  await auth.confirmSignIn({ challengeResponse: 'WEB_AUTHN' })
  return nextStep.availableChallenges ?? []
}

/** With Amplify: the names of the passkeys of whoever is signed in. */
export async function amplifyPasskeys(): Promise<readonly (string | undefined)[]> {
  const { credentials } = await auth.listWebAuthnCredentials()
  return credentials.map(({ friendlyCredentialName }) => friendlyCredentialName)
}

/** With Amplify: deletes them all. */
export async function amplifyDeletesPasskeys(): Promise<void> {
  const { credentials } = await auth.listWebAuthnCredentials()
  for (const { credentialId = '' } of credentials) await auth.deleteWebAuthnCredential({ credentialId })
}
