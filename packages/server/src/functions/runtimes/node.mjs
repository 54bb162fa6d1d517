// The runtime of functions in Node: `node node.mjs FILE EXPORT`. It speaks the AWS Lambda Runtime API, as
// https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html describes it; plain JavaScript, so that it starts at once.
import { Agent, request } from 'node:http'
import { createRequire, registerHooks, syncBuiltinESMExports } from 'node:module'
import os from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [file, exported] = process.argv.slice(2)
const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':')
const token = process.env.AWS_LAMBDA_RUNTIME_TOKEN
delete process.env.AWS_LAMBDA_RUNTIME_TOKEN
Object.assign(process.env, JSON.parse(process.env.AWS_LAMBDA_RUNTIME_VARIABLES))
delete process.env.AWS_LAMBDA_RUNTIME_VARIABLES
const agent = new Agent({ keepAlive: true, maxSockets: 1 })

/** The event that is being handled. */
let current

process.once('uncaughtException', (error) => void fail(error, 129))
process.once('unhandledRejection', (error) => void fail(error, 128))
// Nothing is left to wait for, and the function has not answered: in AWS it then has answered null.
process.on('beforeExit', () => current?.answer(null))

keepToItself()
lendPackages()
const handler = await loadHandler()
for (;;) await handleOne()

/** Node's permissions do not cover what follows; a signal opens the debugger of the server, which may read everything. */
function keepToItself() {
  const becoming = ['setuid', 'seteuid', 'setgid', 'setegid', 'setgroups', 'initgroups']
  for (const name of ['kill', '_kill', '_debugProcess', ...becoming]) process[name] = denied
  os.setPriority = denied
  syncBuiltinESMExports()
}

function denied() {
  throw Object.assign(new Error('Access to this API has been restricted'), { code: 'ERR_ACCESS_DENIED' })
}

/** Packages that AWS's runtime brings are taken from the function's own first, and else from ours. */
function lendPackages() {
  const lenders = [pathToFileURL(join(process.env.LAMBDA_TASK_ROOT, 'index.js')).href, import.meta.url]
  let lending = false
  registerHooks({
    resolve(specifier, context, next) {
      if (lending || !/^@(?:aws-sdk|smithy)\//.test(specifier)) return next(specifier, context)
      lending = true
      const ways = [
        () => next(specifier, context),
        ...lenders.map((lender) => () => lent(specifier, context, next, lender)),
      ]
      try {
        return firstThatWorks(ways)
      } finally {
        lending = false
      }
    },
  })
}

/** As if the lender asked for it. */
function lent(specifier, context, next, lender) {
  if (context.conditions.includes('import')) return next(specifier, { ...context, parentURL: lender })
  return { url: pathToFileURL(createRequire(lender).resolve(specifier)).href, shortCircuit: true }
}

/** What the first says, if none works. */
function firstThatWorks([way, ...others]) {
  try {
    return way()
  } catch (error) {
    for (const other of others) {
      try {
        return other()
      } catch {
        // The next one may have it.
      }
    }
    throw error
  }
}

async function loadHandler() {
  try {
    const module = await import(pathToFileURL(file).href)
    const found = memberOf(module) ?? memberOf(module.default)
    if (typeof found === 'function') return found
    throw named('Runtime.HandlerNotFound', `${process.env._HANDLER} is undefined or not exported`)
  } catch (error) {
    console.error(error)
    await post('/runtime/init/error', described(error))
    process.exit(1)
  }
}

/** AWS takes everything behind the file's name for a way into what it exports. */
function memberOf(module) {
  return exported.split('.').reduce((value, name) => value?.[name], module)
}

async function handleOne() {
  const { headers, body } = await call('GET', '/runtime/invocation/next')
  const id = headers['lambda-runtime-aws-request-id']
  try {
    const answer = await answerOf(JSON.parse(body), contextOf(id, headers))
    await post(`/runtime/invocation/${id}/response`, serialized(answer))
  } catch (error) {
    console.error(error)
    await post(`/runtime/invocation/${id}/error`, described(error))
  } finally {
    current = undefined
  }
}

function answerOf(event, context) {
  return new Promise((resolve, reject) => {
    current = { id: context.awsRequestId, answer: resolve }
    const callback = (error, value) => (error === null || error === undefined ? resolve(value) : reject(error))
    Object.assign(context, { done: callback, succeed: resolve, fail: (error) => reject(error ?? 'handled') })
    const returned = handler(event, context, callback)
    if (typeof returned?.then === 'function') returned.then(resolve, reject)
  })
}

function contextOf(id, headers) {
  const deadline = Number(headers['lambda-runtime-deadline-ms'])
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    awsRequestId: id,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  }
}

function serialized(answer) {
  try {
    return JSON.stringify(answer) ?? 'null'
  } catch (error) {
    throw named('Runtime.MarshalError', `Unable to stringify response body: ${error.message}`)
  }
}

/** Node's runtime in AWS Lambda says of what is no Error its text and its type. */
function described(error) {
  const { name, message, stack } =
    error instanceof Error ? error : { name: typeof error, message: String(error), stack: '' }
  const errorType =
    error?.code === 'ERR_MODULE_NOT_FOUND' || error?.code === 'MODULE_NOT_FOUND' ? 'Runtime.ImportModuleError' : name
  return JSON.stringify({ errorType, errorMessage: message, trace: String(stack).split('\n').slice(0, 50) })
}

function named(name, message) {
  return Object.assign(new Error(message), { name })
}

async function fail(error, code) {
  console.error(error)
  const path = current ? `/runtime/invocation/${current.id}/error` : '/runtime/init/error'
  await post(path, described(error)).catch(() => {})
  process.exit(code)
}

function post(path, body) {
  return call('POST', path, body)
}

function call(method, path, body) {
  return new Promise((resolve, reject) => {
    const headers = { 'cognate-runtime-token': token, ...(body && { 'content-length': Buffer.byteLength(body) }) }
    const sent = request({ host, port, agent, method, path: `/2018-06-01${path}`, headers }, (response) => {
      const chunks = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks).toString() }))
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
