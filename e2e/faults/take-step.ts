import { Unanswered } from './json-call.ts'
import { password } from './person.ts'
import type { Person, Step } from './person.ts'
import type { Scene } from './scene.ts'

/** Asks for one step of a life; when it is acknowledged, notes that, and rejects otherwise. */
export async function takeStep(step: Step, person: Person, scene: Scene): Promise<void> {
  person.asked = true
  await steps[step](person, scene)
  person.done += 1
  person.asked = false
}

const steps: Readonly<Record<Step, (person: Person, scene: Scene) => Promise<void>>> = {
  async signUp(person, { call, clientId }) {
    const { username: Username, email } = person
    const UserAttributes = [{ Name: 'email', Value: email }]
    const { UserSub } = await call('SignUp', { ClientId: clientId, Username, Password: password, UserAttributes })
    person.sub = UserSub
  },

  async confirm({ username: Username, email }, { call, clientId, server }) {
    const ConfirmationCode = await server.inbox.code(email).catch(unansweredIfGone)
    await call('ConfirmSignUp', { ClientId: clientId, Username, ConfirmationCode })
  },

  async signIn(person, { call, clientId }) {
    const AuthParameters = { USERNAME: person.username, PASSWORD: password }
    const { AuthenticationResult } = await call('InitiateAuth', {
      ClientId: clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters,
    })
    person.live = [...person.live, AuthenticationResult?.RefreshToken ?? '']
    person.accessToken = AuthenticationResult?.AccessToken ?? ''
  },

  async rename(person, { call }) {
    person.nameAsked = `Somebody ${person.done}`
    const UserAttributes = [{ Name: 'name', Value: person.nameAsked }]
    await call('UpdateUserAttributes', { AccessToken: person.accessToken, UserAttributes })
    person.name = person.nameAsked
  },

  async signOut(person, { call, poolId }) {
    await call('AdminUserGlobalSignOut', { UserPoolId: poolId, Username: person.username })
    person.ended = [...person.ended, ...person.live]
    person.live = []
  },
}

/** `fetch` throws a TypeError where there is no answer. */
function unansweredIfGone(error: unknown): never {
  throw error instanceof TypeError ? new Unanswered('the inbox', { cause: error }) : error
}
