import type { LambdaFunction } from '../domain/lambda-function.ts'
import { readVariables } from '../functions/sealed-code.ts'
import type { World } from '../flows/world.ts'

/** https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html */
export function writeFunction(fn: LambdaFunction, world: Pick<World, 'sealer'>) {
  const { settings, code, account, region, name } = fn
  const variables = readVariables(fn, world)
  return {
    FunctionName: name,
    FunctionArn: `arn:aws:lambda:${region}:${account}:function:${name}`,
    Runtime: settings.runtime,
    Role: settings.role,
    Handler: settings.handler,
    CodeSize: code.bytes,
    CodeSha256: code.sha256,
    Description: settings.description,
    Timeout: settings.timeoutSeconds,
    MemorySize: settings.memoryMB,
    LastModified: new Date(fn.modifiedAt).toISOString().replace('Z', '+0000'),
    Version: '$LATEST',
    ...(Object.keys(variables).length > 0 && { Environment: { Variables: variables } }),
    TracingConfig: { Mode: 'PassThrough' },
    RevisionId: fn.revisionId,
    State: 'Active',
    LastUpdateStatus: 'Successful',
    PackageType: 'Zip',
    Architectures: [settings.architecture],
    EphemeralStorage: { Size: 512 },
    SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
    LoggingConfig: { LogFormat: 'Text', LogGroup: `/aws/lambda/${name}` },
  }
}
