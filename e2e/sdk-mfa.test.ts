import {
  AdminCreateUserCommand,
  AdminDeleteSoftwareTokenCommand,
  AdminGetUserAuthFactorsCommand,
  AdminGetUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserMFAPreferenceCommand,
  AdminSetUserPasswordCommand,
  AdminSetUserSettingsCommand,
  AssociateSoftwareTokenCommand,
  type CognitoIdentityProviderClient,
  SetUserPoolMfaConfigCommand,
  SetUserSettingsCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { authenticatorCode } from './authenticator.ts'
import { newPool } from './new-pool.ts'
import { onBothStores } from './on-both-stores.ts'
import { sdkClient } from './sdk-client.ts'

const password = 'Correct-Horse-1'
const SmsConfiguration = { SnsCallerArn: 'arn:aws:iam::000000000000:role/sms', ExternalId: 'e' }
const bySms = [{ DeliveryMedium: 'SMS', AttributeName: 'phone_number' }] as const

const scenes = onBothStores(async ({ endpoint }) => {
  const cognito = sdkClient(endpoint)
  const pool = await newPool(endpoint, {
    pool: { UsernameAttributes: [] },
    client: { ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'] },
  })
  await cognito.send(
    new SetUserPoolMfaConfigCommand({
      UserPoolId: pool.poolId,
      MfaConfiguration: 'OPTIONAL',
      SoftwareTokenMfaConfiguration: { Enabled: true },
      SmsMfaConfiguration: { SmsConfiguration },
    }),
  )
  return { cognito, ...(await personIn(pool, cognito)) }
})

async function personIn(
  { poolId: UserPoolId, clientId: ClientId }: { readonly poolId: string; readonly clientId: string },
  cognito: CognitoIdentityProviderClient,
) {
  const ada = { UserPoolId, Username: 'ada' }
  const UserAttributes = [{ Name: 'phone_number', Value: '+15555550181' }]
  await cognito.send(new AdminCreateUserCommand({ ...ada, MessageAction: 'SUPPRESS', UserAttributes }))
  await cognito.send(new AdminSetUserPasswordCommand({ ...ada, Password: password, Permanent: true }))
  const signIn = () => {
    const AuthParameters = { USERNAME: 'ada', PASSWORD: password }
    const AuthFlow = 'ADMIN_USER_PASSWORD_AUTH'
    return cognito.send(new AdminInitiateAuthCommand({ UserPoolId, ClientId, AuthFlow, AuthParameters }))
  }
  return { ada, signIn }
}

test.each(scenes)('an administrator takes a lost authenticator away, on $store', async ({ cognito, ada, signIn }) => {
  const { AccessToken } = (await signIn()).AuthenticationResult ?? {}
  const { SecretCode = '' } = await cognito.send(new AssociateSoftwareTokenCommand({ AccessToken }))
  const UserCode = authenticatorCode(SecretCode)
  await cognito.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }))
  const SoftwareTokenMfaSettings = { Enabled: true }
  await cognito.send(new AdminSetUserMFAPreferenceCommand({ ...ada, SoftwareTokenMfaSettings }))
  expect((await signIn()).ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  expect(await cognito.send(new AdminGetUserAuthFactorsCommand(ada))).toMatchObject({
    Username: 'ada',
    UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
    ConfiguredUserAuthFactors: ['PASSWORD', 'SOFTWARE_TOKEN'],
  })

  await cognito.send(new AdminDeleteSoftwareTokenCommand(ada))
  expect((await signIn()).AuthenticationResult?.AccessToken).toBeDefined()
  expect((await cognito.send(new AdminGetUserAuthFactorsCommand(ada))).ConfiguredUserAuthFactors).toEqual(['PASSWORD'])
})

test.each(scenes)('the older settings turn codes by SMS on and off, on $store', async ({ cognito, ada, signIn }) => {
  const { AccessToken } = (await signIn()).AuthenticationResult ?? {}
  await cognito.send(new SetUserSettingsCommand({ AccessToken, MFAOptions: [...bySms] }))
  expect(await cognito.send(new AdminGetUserCommand(ada))).toMatchObject({ MFAOptions: bySms })
  expect((await signIn()).ChallengeName).toBe('SMS_MFA')
  await cognito.send(new AdminSetUserSettingsCommand({ ...ada, MFAOptions: [] }))
  expect((await signIn()).AuthenticationResult?.AccessToken).toBeDefined()
})
