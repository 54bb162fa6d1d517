import { setImmediate } from 'node:timers/promises'
import {
  AddPermissionCommand,
  CreateFunctionCommand,
  type CreateFunctionCommandInput,
  LambdaClient,
} from '@aws-sdk/client-lambda'
import yazl from 'yazl'
import { systemClock } from '../ambient/clock.ts'
import { systemRandom } from '../ambient/random.ts'
import { logTo } from '../ambient/log.ts'
import { uploadedFunctions } from '../functions/uploaded-functions.ts'
import { listenerFor } from '../http/testing/listener-for.ts'
import { lambdaDoors, type LambdaDoorSettings } from '../lambda/lambda-door.ts'
import { testWorld } from './world.ts'

/** A zip file with these files in it; a bootstrap can be executed. */
export async function zipOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, text] of Object.entries(files))
    zip.addBuffer(Buffer.from(text), name, { mode: name === 'bootstrap' ? 0o100755 : 0o100644 })
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk))
  await setImmediate()
  return Buffer.concat(chunks)
}

export const role = 'arn:aws:iam::000000000000:role/lambda'

/** A server with the Lambda API behind a real listener, and Amazon's own client of it. */
export async function lambdaScene(settings: Partial<LambdaDoorSettings> = {}) {
  const log = logTo(process.stderr, 'silent')
  const parts = {
    log,
    clock: systemClock,
    random: systemRandom,
    endpoint: 'http://127.0.0.1:9400',
    path: process.env['PATH'] ?? '',
    uploads: settings.uploads ?? 'run',
  }
  const it = await testWorld({
    log,
    clientClock: systemClock,
    uploadedFunctions: (cellar) => uploadedFunctions({ ...parts, ...cellar }),
  })
  const doors = lambdaDoors({ accountOfUnknownKeys: '000000000000', uploads: 'run', ...settings }, it.world)
  const listener = await listenerFor([doors.door, it.door], { uploadDoors: [doors.uploadDoor] })
  const clientWith = (credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }) =>
    new LambdaClient({ endpoint: listener.address, region: 'us-east-1', credentials, maxAttempts: 1 })
  const lambda = clientWith({ accessKeyId: 'test', secretAccessKey: 'test' })

  async function create(
    name: string,
    files: Readonly<Record<string, string>>,
    input: Partial<CreateFunctionCommandInput> = {},
  ) {
    return lambda.send(
      new CreateFunctionCommand({
        FunctionName: name,
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
        Role: role,
        Code: { ZipFile: await zipOf(files) },
        ...input,
      }),
    )
  }
  return {
    ...it,
    lambda,
    clientWith,
    address: listener.address,
    create,
    /** Lets user pools invoke it. */
    permit: (name: string, condition: { readonly SourceArn?: string; readonly SourceAccount?: string } = {}) =>
      lambda.send(
        new AddPermissionCommand({
          FunctionName: name,
          StatementId: 'pools',
          Action: 'lambda:InvokeFunction',
          Principal: 'cognito-idp.amazonaws.com',
          ...condition,
        }),
      ),
    async [Symbol.asyncDispose]() {
      lambda.destroy()
      await listener[Symbol.asyncDispose]()
      await it[Symbol.asyncDispose]()
    },
  }
}
