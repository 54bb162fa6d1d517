import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  type CognitoIdentityProviderClient,
  CompleteWebAuthnRegistrationCommand,
  DeleteWebAuthnCredentialCommand,
  GetUserAuthFactorsCommand,
  InitiateAuthCommand,
  type InitiateAuthCommandOutput,
  ListWebAuthnCredentialsCommand,
  RespondToAuthChallengeCommand,
  SetUserPoolMfaConfigCommand,
  StartWebAuthnRegistrationCommand,
  WebAuthnChallengeNotFoundException,
  WebAuthnOriginNotAllowedException,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { softwareAuthenticator } from '../packages/server/src/testing/software-authenticator.ts'
import { newPool } from './new-pool.ts'
import { onBothStores } from './on-both-stores.ts'
import { sdkClient } from './sdk-client.ts'

const password = 'Correct-Horse-1'

const scenes = onBothStores(async ({ endpoint }) => {
  const cognito = sdkClient(endpoint)
  const { poolId: UserPoolId, clientId: ClientId } = await newPool(endpoint, {
    pool: {
      UsernameAttributes: [],
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
    },
    client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH'] },
  })
  const WebAuthnConfiguration = { RelyingPartyId: 'example.com' }
  await cognito.send(new SetUserPoolMfaConfigCommand({ UserPoolId, WebAuthnConfiguration }))
  return { UserPoolId, ...personIn(ClientId, cognito) }
})

/** What Ada does with AWS's own client. */
function personIn(ClientId: string, cognito: CognitoIdentityProviderClient) {
  const start = (PREFERRED_CHALLENGE: string, more = {}) => {
    const AuthParameters = { USERNAME: 'ada', PREFERRED_CHALLENGE, ...more }
    return cognito.send(new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_AUTH', AuthParameters }))
  }
  const show = ({ Session }: InitiateAuthCommandOutput, credential: object) => {
    const ChallengeResponses = { USERNAME: 'ada', CREDENTIAL: JSON.stringify(credential) }
    const answer = { ClientId, ChallengeName: 'WEB_AUTHN', Session, ChallengeResponses } as const
    return cognito.send(new RespondToAuthChallengeCommand(answer))
  }
  return { cognito, start, show }
}

const optionsIn = ({ ChallengeParameters = {} }: InitiateAuthCommandOutput): unknown =>
  JSON.parse(ChallengeParameters['CREDENTIAL_REQUEST_OPTIONS'] ?? 'null')

test.each(scenes)('a passkey is registered, signs in and is deleted, on $store', async (scene) => {
  const { cognito, UserPoolId, start, show } = scene
  const ada = { UserPoolId, Username: 'ada' }
  await cognito.send(new AdminCreateUserCommand({ ...ada, MessageAction: 'SUPPRESS' }))
  await cognito.send(new AdminSetUserPasswordCommand({ ...ada, Password: password, Permanent: true }))
  const { AccessToken } = (await start('PASSWORD', { PASSWORD: password })).AuthenticationResult ?? {}
  const { id, create, get } = softwareAuthenticator('ES256', { counter: 5 })
  const registration = () => cognito.send(new StartWebAuthnRegistrationCommand({ AccessToken }))
  const complete = (Credential: ReturnType<typeof create>) =>
    cognito.send(new CompleteWebAuthnRegistrationCommand({ AccessToken, Credential }))

  const { CredentialCreationOptions } = await registration()
  const elsewhere = create(CredentialCreationOptions, { origin: 'https://example.org' })
  await expect(complete(elsewhere)).rejects.toBeInstanceOf(WebAuthnOriginNotAllowedException)
  await complete(create(CredentialCreationOptions))
  await expect(complete(create(CredentialCreationOptions))).rejects.toBeInstanceOf(WebAuthnChallengeNotFoundException)
  const { Credentials } = await cognito.send(new ListWebAuthnCredentialsCommand({ AccessToken }))
  expect(Credentials).toMatchObject([{ CredentialId: id, RelyingPartyId: 'example.com' }])
  expect(Credentials?.[0]?.CreatedAt).toBeInstanceOf(Date)
  expect(await cognito.send(new GetUserAuthFactorsCommand({ AccessToken }))).toMatchObject({
    ConfiguredUserAuthFactors: ['PASSWORD', 'WEB_AUTHN'],
  })

  const questions = [await start('WEB_AUTHN'), await start('WEB_AUTHN')]
  const race = await Promise.allSettled(questions.map((each) => show(each, get(optionsIn(each), { counter: 6 }))))
  expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])

  await cognito.send(new DeleteWebAuthnCredentialCommand({ AccessToken, CredentialId: id }))
  expect((await start('WEB_AUTHN')).ChallengeName).toBe('SELECT_CHALLENGE')
})
