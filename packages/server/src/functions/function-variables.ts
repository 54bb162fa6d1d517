import { readFile } from 'node:fs/promises'
import { parseEnv } from 'node:util'
import type { FunctionFiles } from './function-files.ts'

export interface Described {
  readonly name: string
  readonly region: string
  readonly handler: string
  readonly root: string
  /** Where it may write. */
  readonly scratch: string
  readonly memoryMB: number
  readonly runtime: string
  /** Where the AWS SDK finds this server. */
  readonly endpoint: string
}

/**
 * The environment of a function: what AWS promises, and the function's own variables from its files. Nothing of ours is in
 * it. https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 */
export async function functionVariables(
  described: Described,
  { variableFiles, variables }: Pick<FunctionFiles, 'variableFiles' | 'variables'>,
): Promise<Readonly<Record<string, string>>> {
  const own = Object.assign({}, ...(await Promise.all(variableFiles.map(readVariables))), variables) as Record<
    string,
    string
  >
  return { ...replaceable(described), ...own, ...reserved(described) }
}

async function readVariables(file: string): Promise<NodeJS.Dict<string>> {
  try {
    return parseEnv(await readFile(file, 'utf8'))
  } catch {
    return {}
  }
}

/**
 * Access keys, until functions have roles: this server takes them in the developer's profile, and nobody takes them
 * elsewhere. Without any, the SDK would look for those of the machine.
 */
const replaceable = ({ region, endpoint }: Described) => ({
  AWS_ENDPOINT_URL: endpoint,
  AWS_ACCESS_KEY_ID: 'function',
  AWS_SECRET_ACCESS_KEY: 'function',
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  LANG: 'en_US.UTF-8',
  TZ: 'UTC',
})

function reserved({ name, handler, root, scratch, memoryMB, runtime }: Described) {
  return {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    HOME: scratch,
    TMPDIR: scratch,
    _HANDLER: handler,
    LAMBDA_TASK_ROOT: root,
    AWS_EXECUTION_ENV: `AWS_Lambda_${runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMB),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: `${name}/[$LATEST]`,
    AWS_EC2_METADATA_DISABLED: 'true',
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONUNBUFFERED: '1',
    // What Node reads here could lift the bounds that it is started with.
    NODE_OPTIONS: '',
  }
}
