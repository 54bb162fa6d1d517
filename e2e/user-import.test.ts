import { scryptSync } from 'node:crypto'
import {
  CreateUserImportJobCommand,
  DescribeUserImportJobCommand,
  GetCSVHeaderCommand,
  InitiateAuthCommand,
  PreconditionNotMetException,
  StartUserImportJobCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { newPool } from './new-pool.ts'
import { onBothStores } from './on-both-stores.ts'
import { sdkClient } from './sdk-client.ts'

const password = 'from elsewhere'
const users = 6_000
const bare = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
const salt = Buffer.from('salt of somebody')
const hash = `$scrypt$ln=10,r=8,p=1$${bare(salt)}$${bare(scryptSync(password, salt, 32, { N: 1024, r: 8, p: 1 }))}`

const scenes = onBothStores(async ({ endpoint }) => ({ pool: await newPool(endpoint) }))

/** A line for each user, in a file above the bound of other requests. */
function fileOf(header: readonly string[]): string {
  const row = (n: number): Readonly<Record<string, string>> => ({
    email: `user-${n}@example.com`,
    email_verified: 'true',
    'cognito:mfa_enabled': 'false',
    profile: 'x'.repeat(200),
    password_hash: hash.replaceAll(',', String.raw`\,`),
  })
  const columns = [...header, 'password_hash']
  const lines = Array.from({ length: users }, (_, n) => columns.map((column) => row(n)[column] ?? '').join(','))
  return [columns.join(','), ...lines].join('\n')
}

test.each(scenes)(
  'users of a large file come in, also when the server is started anew, on $store',
  async (scene) => {
    const { poolId: UserPoolId, clientId: ClientId } = scene.pool
    const before = sdkClient(scene.server.endpoint)
    const { CSVHeader = [] } = await before.send(new GetCSVHeaderCommand({ UserPoolId }))
    const { UserImportJob: { JobId, PreSignedUrl = '' } = {} } = await before.send(
      new CreateUserImportJobCommand({
        UserPoolId,
        JobName: 'all of them',
        CloudWatchLogsRoleArn: 'arn:aws:iam::000000000000:role/logs',
        PasswordHashingAlgorithm: 'SCRYPT',
      }),
    )
    const job = { UserPoolId, JobId }
    await expect(before.send(new StartUserImportJobCommand(job))).rejects.toBeInstanceOf(PreconditionNotMetException)
    const file = fileOf(CSVHeader)
    expect(file.length).toBeGreaterThan(1_500_000)
    expect((await fetch(PreSignedUrl, { method: 'PUT', body: file })).status).toBe(200)
    expect((await fetch(PreSignedUrl.slice(0, -1), { method: 'PUT', body: file })).status).toBe(403)
    await before.send(new StartUserImportJobCommand(job))

    const after = sdkClient((await scene.restart()).endpoint)
    const described = async () => (await after.send(new DescribeUserImportJobCommand(job))).UserImportJob
    await expect.poll(async () => (await described())?.Status, { timeout: 25_000 }).toBe('Succeeded')
    expect(await described()).toMatchObject({ ImportedUsers: users, SkippedUsers: 0, FailedUsers: 0 })
    const AuthParameters = { USERNAME: `user-${users - 1}@example.com`, PASSWORD: password }
    const signIn = new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters })
    expect((await after.send(signIn)).AuthenticationResult?.AccessToken).toBeDefined()
  },
  120_000,
)
