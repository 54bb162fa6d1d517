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
