import { reservedVariables, variablesTooLarge } from '../../domain/function-refusals.ts'

const mostBytes = 4096

/**
 * Refuses environment variables that are not a function's to set: AWS's reserved ones, and those by which a process could
 * be led beyond the files that it is held to before its runtime begins.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 */
export function checkVariables(variables: Readonly<Record<string, string>>): void {
  const taken = Object.keys(variables).filter((name) => reserved.has(name) || leading.test(name))
  if (taken.length > 0) throw reservedVariables(taken)
  if (Buffer.byteLength(JSON.stringify(variables)) > mostBytes) throw variablesTooLarge()
}

const reserved: ReadonlySet<string> = new Set([
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
  'AWS_DEFAULT_REGION',
  'AWS_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_LAMBDA_RUNTIME_API',
  'AWS_LAMBDA_RUNTIME_TOKEN',
  'LAMBDA_TASK_ROOT',
  'LAMBDA_RUNTIME_DIR',
])

const leading =
  /^(?:LD_|DYLD_|GCONV_|GLIBC_|MALLOC_|OPENSSL_|BASH|LOCPATH$|NLSPATH$|ENV$|IFS$|SHELLOPTS$|NODE_(?!ENV$|OPTIONS$))/
