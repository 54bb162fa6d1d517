import { join } from 'node:path'
import { ConfirmSignUpCommand, SignUpCommand } from '@aws-sdk/client-cognito-identity-provider'
import { CreateAliasCommand, CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { functionDirectory } from '../packages/server/src/testing/function-directory.ts'
import { goodPassword } from '../packages/server/src/testing/good-password.ts'
import { arnOf } from '../packages/server/src/testing/recorded-functions.ts'
import { letterProvider } from './letter-provider.ts'
import { newPool } from './new-pool.ts'
import { sdkClient } from './sdk-client.ts'
import { startServer } from './server.ts'
import type { Server } from './server.ts'
import { stores } from './stores.ts'

// AWS's sample (https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-email-sender.html) as it
// stands there, and as people write it in modules and in TypeScript.
const inCommonJs = `
  const b64 = require('base64-js')
  const encryptionSdk = require('@aws-crypto/client-node')
  const { decrypt } = encryptionSdk.buildClient(encryptionSdk.CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT)
  const generatorKeyId = process.env.KEY_ALIAS
  const keyIds = [process.env.KEY_ARN]
  const keyring = new encryptionSdk.KmsKeyringNode({ generatorKeyId, keyIds })
  exports.handler = async (event) => {
    const { plaintext } = await decrypt(keyring, b64.toByteArray(event.request.code))
    const body = JSON.stringify({ to: event.request.userAttributes.email, code: plaintext.toString() })
    await fetch(process.env.PROVIDER, { method: 'POST', body })
  }`
const inModule = `
  import { buildClient, CommitmentPolicy, KmsKeyringNode } from '@aws-crypto/client-node'
  const { decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT)
  const keyring = new KmsKeyringNode({ generatorKeyId: process.env.KEY_ALIAS, keyIds: [process.env.KEY_ARN] })
  export const handler = async (event) => {
    const { plaintext } = await decrypt(keyring, Buffer.from(event.request.code, 'base64'))
    const body = JSON.stringify({ to: event.request.userAttributes.email, code: plaintext.toString('utf8') })
    await fetch(process.env.PROVIDER, { method: 'POST', body })
  }`
const inTypeScript = inModule
  .replace('async (event)', 'async (event: CustomEmailSenderTriggerEvent): Promise<void>')
  .replace('import', "import { CustomEmailSenderTriggerEvent } from 'aws-lambda'\n import")

// In a folder below packages, as the functions of a project are.
const packages = join(import.meta.dirname, '..', 'node_modules')
const stack = new AsyncDisposableStack()
let server: Server
let provider: Awaited<ReturnType<typeof letterProvider>>
let KMSKeyID: string
beforeAll(async () => {
  provider = stack.use(await letterProvider())
  const files = {
    'common.cjs': inCommonJs,
    'module.mjs': inModule,
    'typed-module/index.ts': inTypeScript,
    'typed-module/package.json': '{ "type": "module" }',
    'typed-common/index.ts': inTypeScript,
    'typed-common/package.json': '{ "type": "commonjs" }',
  }
  const functions = stack.use(await functionDirectory(files, {}, packages))
  const home = stack.use(await stores[0].open())
  server = stack.use(await startServer(home, ['--functions', functions.directory]))
  KMSKeyID = await newNamedKey()
  const variables = `KEY_ALIAS=alias/codes\nKEY_ARN=${KMSKeyID}\nPROVIDER=${provider.address}`
  const places = ['.env', 'typed-module/.env', 'typed-common/.env']
  await Promise.all(places.map((place) => functions.write(place, variables)))
})
afterAll(() => stack.disposeAsync())

async function newNamedKey(): Promise<string> {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  const kms = new KMSClient({ endpoint: server.endpoint, region: 'us-east-1', credentials })
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}))
  await kms.send(new CreateAliasCommand({ AliasName: 'alias/codes', TargetKeyId: KeyMetadata?.KeyId }))
  return KeyMetadata?.Arn ?? ''
}

test.each([
  ['in CommonJS', 'common'],
  ['in a module', 'module'],
  ['in TypeScript, in a package of modules', 'typed-module'],
  ['in TypeScript, in a package of CommonJS', 'typed-common'],
])('a function %s reads the code of a sign-up with the key of the pool and brings it', async (_how, name) => {
  const CustomEmailSender = { LambdaVersion: 'V1_0', LambdaArn: arnOf(name) } as const
  const { clientId: ClientId } = await newPool(server.endpoint, {
    pool: { LambdaConfig: { CustomEmailSender, KMSKeyID } },
  })
  const cognito = sdkClient(server.endpoint)
  const Username = `${name}@example.com`
  await cognito.send(new SignUpCommand({ ClientId, Username, Password: goodPassword }))
  await vi.waitFor(() => expect(letterTo(Username)).toBeDefined(), 25_000)
  const ConfirmationCode = letterTo(Username)?.code
  await cognito.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }))
})

const letterTo = (address: string) => provider.posted.find(({ to }) => to === address)
