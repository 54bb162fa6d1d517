import { parseSignature } from '../crypto/sigv4/parse-signature.ts'
import { unrecognizedClient } from '../crypto/sigv4/signature-failure.ts'
import { signatureVerifier } from '../crypto/sigv4/verify-signature.ts'
import {
  functionRequestTooLarge,
  noSuchLambdaOperation,
  tooManyUploads,
  uploadsNotAllowed,
} from '../domain/function-refusals.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Uploads } from '../domain/uploads.ts'
import { authenticateOperator, type SignaturePolicy } from '../flows/authenticate-operator.ts'
import type { World } from '../flows/world.ts'
import type { Door, HttpRequest, HttpResponse, RequestHead, UploadDoor } from '../http/message.ts'
import type { LambdaAnswer } from './lambda-call.ts'
import { refusalAnswer } from './refusal-answer.ts'
import { type Route, routes } from './routes.ts'

export interface LambdaDoorSettings {
  /** Whose administrator an unknown access key counts as; undefined where unknown keys are refused. */
  readonly accountOfUnknownKeys: string | undefined
  readonly uploads: Uploads
}

/** So many large requests are held at a time; those that say that they are small do not count. */
const mostLarge = 2
const smallBytes = 1_048_576

/** The ways in of the Lambda API, in REST and JSON. Pages have no business here: nothing is said of origins. */
export function lambdaDoors({ accountOfUnknownKeys, uploads }: LambdaDoorSettings, world: World): LambdaDoors {
  let held = 0
  const policy: SignaturePolicy = {
    verifier: signatureVerifier(),
    accountOfUnknownKeys,
    noticeUnknownKey: () => world.log.debug('an unknown access key was taken', { service: 'lambda' }),
  }
  const house = { policy, uploads }
  const uploadDoor: UploadDoor = (head, body) => {
    const route = routeOf(head)
    if (route?.largeBytes === undefined) return undefined
    const { largeBytes } = route
    return guarded(head, world, async () => {
      await checkKnown(head, policy, world)
      const read = async (most: number) => ({ ...head, body: await readWhole(body, most) })
      if (isSmall(head)) return serve(route, await read(smallBytes), house, world)
      if (held >= mostLarge) throw tooManyUploads()
      held++
      try {
        return await serve(route, await read(largeBytes), house, world)
      } finally {
        held--
      }
    })
  }
  const door: Door = (request) => {
    if (!address.test(request.path)) return undefined
    return guarded(request, world, () => serve(routeOf(request), request, house, world))
  }
  return { door, uploadDoor }
}

const isSmall = ({ headers }: RequestHead) => Number(headers['content-length'] ?? Infinity) <= smallBytes

interface House extends Pick<LambdaDoorSettings, 'uploads'> {
  readonly policy: SignaturePolicy
}

interface LambdaDoors {
  readonly door: Door
  readonly uploadDoor: UploadDoor
}

const address = /^\/20\d\d-\d\d-\d\d\/(?:functions|tags)(?:\/|$)/

const routeOf = ({ method, path }: RequestHead): Route | undefined =>
  routes.find((route) => route.method === method && route.path.test(path))

async function serve(
  route: Route | undefined,
  request: HttpRequest,
  { policy, uploads }: House,
  world: World,
): Promise<LambdaAnswer> {
  const { account, region } = await authenticateOperator(request, 'lambda', policy, world)
  if (!route) throw noSuchLambdaOperation()
  if (route.runs && uploads === 'refused') throw uploadsNotAllowed()
  const named = Object.entries(route.path.exec(request.path)?.groups ?? {}).map(([at, text]) => [at, decoded(text)])
  const query = new URLSearchParams(request.query)
  const caller = { account, region }
  return route.operation({ caller, named: Object.fromEntries(named), query, request, uploads }, world)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Before a large body is read: a stranger could hold the places of those who have a key. */
async function checkKnown(head: RequestHead, policy: SignaturePolicy, world: World): Promise<void> {
  if (policy.accountOfUnknownKeys !== undefined) return
  const signature = parseSignature({ ...head, body: Buffer.alloc(0) })
  const known = signature.kind === 'signature' && (await world.store.accessKeys.find(signature.accessKeyId))
  if (!known) throw new Refusal(unrecognizedClient.name, unrecognizedClient.message)
}

async function readWhole(body: AsyncIterable<Buffer>, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > most) throw functionRequestTooLarge(most)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** One `catch`, as every door has. */
async function guarded(head: RequestHead, world: World, act: () => Promise<LambdaAnswer>): Promise<HttpResponse> {
  const requestId = world.random.uuid()
  try {
    return written(await act(), requestId)
  } catch (error) {
    return written(refusalAnswer(error, { requestId, method: head.method }, world), requestId)
  }
}

function written({ status, headers, body }: LambdaAnswer, requestId: string): HttpResponse {
  return {
    status,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-amzn-requestid': requestId,
      ...headers,
    },
    body: typeof body === 'object' ? JSON.stringify(body) : (body ?? ''),
  }
}
