import {
  AddUserPoolClientSecretCommand,
  AdminCreateUserCommand,
  AdminListUserSessionsCommand,
  AdminRevokeUserSessionCommand,
  AdminSetUserPasswordCommand,
  CreateResourceServerCommand,
  CreateUserPoolClientCommand,
  GetClientTokenCommand,
  GetUserCommand,
  GetUserPoolClientSessionConfigurationCommand,
  GetUserPoolSessionConfigurationCommand,
  InitiateAuthCommand,
  ListUserSessionsCommand,
  NotAuthorizedException,
  RevokeTokenCommand,
  RevokeUserSessionCommand,
  SetUserPoolClientSessionConfigurationCommand,
  SetUserPoolSessionConfigurationCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import type { ExplicitAuthFlowsType } from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { newPool } from './new-pool.ts'
import { onBothStores } from './on-both-stores.ts'
import { sdkClient } from './sdk-client.ts'

const scenes = onBothStores(async ({ endpoint }) => {
  const { poolId: UserPoolId, clientId: ClientId } = await newPool(endpoint)
  return { UserPoolId, ClientId, cognito: sdkClient(endpoint) }
})

const [USERNAME, PASSWORD] = ['ada@example.com', 'Correct-horse-1']

/** A second after whatever was before, so that what is used least recently is never a matter of chance. */
async function signIn({ cognito, ClientId, server }: (typeof scenes)[number]) {
  await server.advance(1)
  const asked = { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME, PASSWORD } } as const
  const { AuthenticationResult } = await cognito.send(new InitiateAuthCommand(asked))
  return { AccessToken: AuthenticationResult?.AccessToken, Token: AuthenticationResult?.RefreshToken }
}

test.each(scenes)('sessions are tracked, listed and revoked, on $store', async (scene) => {
  const { cognito, UserPoolId, ClientId } = scene
  const configuration = { UserPoolId, UserSessionTracking: 'ENABLED', TokenSession: { MaxPerUser: 3 } } as const
  await cognito.send(new SetUserPoolSessionConfigurationCommand(configuration))
  expect(await cognito.send(new GetUserPoolSessionConfigurationCommand({ UserPoolId }))).toMatchObject(configuration)
  const ofClient = { UserPoolId, ClientId, SSOSession: { MaxValidityMinutes: 30 } }
  await cognito.send(new SetUserPoolClientSessionConfigurationCommand(ofClient))
  expect(await cognito.send(new GetUserPoolClientSessionConfigurationCommand(ofClient))).toMatchObject(ofClient)

  const who = { UserPoolId, Username: USERNAME }
  await cognito.send(new AdminCreateUserCommand({ ...who, MessageAction: 'SUPPRESS' }))
  await cognito.send(new AdminSetUserPasswordCommand({ ...who, Password: PASSWORD, Permanent: true }))
  const evicted = await signIn(scene)
  const [, gone] = [await signIn(scene), await signIn(scene)]
  const { AccessToken } = await signIn(scene)
  await expect(cognito.send(new GetUserCommand(evicted))).rejects.toThrow(NotAuthorizedException)
  const listed = async () => (await cognito.send(new ListUserSessionsCommand({ AccessToken }))).Sessions ?? []
  const sessions = await listed()
  expect(sessions).toHaveLength(3)
  const others = sessions.filter(({ IsCurrentSession }) => !IsCurrentSession).map(({ SessionId }) => SessionId)
  expect(others).toHaveLength(2)
  await cognito.send(new RevokeUserSessionCommand({ AccessToken, SessionId: others[1] }))
  const LINKED = { ClientId, Token: gone.Token, RevokeAssociatedSessions: 'LINKED' } as const
  await cognito.send(new RevokeTokenCommand(LINKED))
  const [last] = await listed()
  expect((await cognito.send(new AdminListUserSessionsCommand(who))).Sessions).toEqual([
    { ...last, IsCurrentSession: false },
  ])
  await cognito.send(new AdminRevokeUserSessionCommand({ ...who, SessionId: last?.SessionId }))
  await expect(listed()).rejects.toThrow(NotAuthorizedException)
})

test.each(scenes)('a machine gets a token for its own scopes, though nobody signs, on $store', async (scene) => {
  const { cognito, UserPoolId, server } = scene
  const Scopes = [{ ScopeName: 'read', ScopeDescription: 'See' }]
  await cognito.send(new CreateResourceServerCommand({ UserPoolId, Identifier: 'api', Name: 'API', Scopes }))
  const made = await cognito.send(
    new CreateUserPoolClientCommand({
      UserPoolId,
      ClientName: 'machine',
      GenerateSecret: true,
      // Documented, and missing from the published enum.
      ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH' as ExplicitAuthFlowsType],
      AllowedOAuthScopes: ['api/read'],
    }),
  )
  const { ClientId } = made.UserPoolClient ?? {}
  const added = await cognito.send(new AddUserPoolClientSecretCommand({ UserPoolId, ClientId }))
  for (const Secret of [made.UserPoolClient?.ClientSecret, added.ClientSecretDescriptor?.ClientSecretValue]) {
    const { ClientAuthenticationResult } = await cognito.send(new GetClientTokenCommand({ ClientId, Secret }))
    expect(ClientAuthenticationResult).toMatchObject({ ExpiresIn: 3600, TokenType: 'Bearer' })
  }
  const wrong = new GetClientTokenCommand({ ClientId, Secret: 'x'.repeat(24) })
  await expect(cognito.send(wrong)).rejects.toThrow(NotAuthorizedException)
  const unsigned = await fetch(server.endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.GetClientToken',
    },
    body: JSON.stringify({ ClientId, Secret: made.UserPoolClient?.ClientSecret }),
  })
  expect(unsigned.status).toBe(200)
})
