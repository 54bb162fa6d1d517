import { Agent } from 'node:http'
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { newPool } from './new-pool.ts'
import { onBothStores } from './on-both-stores.ts'

const Password = 'Correct-Horse-1'
const Username = 'ada@example.com'
const KmsKeyArn = 'arn:aws:kms:us-east-1:000000000000:key/mrk-1234abcd12ab34cd56ef1234567890ab'
const KeyConfiguration = { KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn } as const
const RegionName = 'us-west-2'

/** AWS's own client for a Region, under the name that the Region's endpoint has: it resolves to this machine. */
function clientIn(region: string, endpoint: string): CognitoIdentityProvider {
  const { port } = new URL(endpoint)
  const agent = new Agent({ lookup: (_name, _options, found) => found(null, [{ address: '127.0.0.1', family: 4 }]) })
  return new CognitoIdentityProvider({
    endpoint: `http://cognito-idp.${region}.localhost:${port}`,
    region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler: { httpAgent: agent },
  })
}

const scenes = onBothStores(async ({ endpoint }) => {
  const { poolId: UserPoolId, clientId: ClientId } = await newPool(endpoint, { pool: { KeyConfiguration } })
  const [primary, secondary] = [clientIn('us-east-1', endpoint), clientIn(RegionName, endpoint)]
  return { UserPoolId, ClientId, primary, secondary }
})

test.each(scenes)('an application fails over to the replica of its pool and back, on $store', async (scene) => {
  const { primary, secondary, server, UserPoolId, ClientId } = scene
  const ids = { UserPoolId, RegionName }
  await primary.signUp({ ClientId, Username, Password })
  await primary.adminConfirmSignUp({ UserPoolId, Username })
  expect((await primary.createUserPoolReplica(ids)).UserPoolReplica?.Status).toBe('CREATING')
  await server.advance(2)
  const AuthParameters = { USERNAME: Username, PASSWORD: Password }
  const signIn = (client: CognitoIdentityProvider) =>
    client.initiateAuth({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters })
  await expect(signIn(secondary)).rejects.toMatchObject({ name: 'OperationNotEnabledException' })
  await secondary.updateUserPoolReplica({ ...ids, Status: 'ACTIVE' })

  const { AccessToken } = (await signIn(secondary)).AuthenticationResult ?? {}

  expect((await primary.getUser({ AccessToken })).UserAttributes).toContainEqual({ Name: 'email', Value: Username })
  const signUp = secondary.signUp({ ClientId, Username: 'bob@example.com', Password })
  await expect(signUp).rejects.toMatchObject({ name: 'OperationNotEnabledException' })
  await secondary.globalSignOut({ AccessToken })
  await expect(primary.getUser({ AccessToken })).rejects.toMatchObject({ name: 'NotAuthorizedException' })
  const { UserPoolReplicas = [] } = await secondary.listUserPoolReplicas({ UserPoolId })
  expect(UserPoolReplicas.map(({ RegionName: region, Status }) => [region, Status])).toEqual([
    ['us-east-1', 'ACTIVE'],
    [RegionName, 'ACTIVE'],
  ])
  await primary.deleteUserPoolReplica(ids)
  await expect(signIn(secondary)).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  await signIn(primary)
})

test.each(scenes)('a pool has the same signing certificate in either Region, on $store', async (scene) => {
  const { primary, secondary, UserPoolId } = scene
  await primary.createUserPoolReplica({ UserPoolId, RegionName })
  const { Certificate } = await primary.getSigningCertificate({ UserPoolId })
  expect(Certificate).toMatch(/^MII/)
  expect((await secondary.getSigningCertificate({ UserPoolId })).Certificate).toBe(Certificate)
})
