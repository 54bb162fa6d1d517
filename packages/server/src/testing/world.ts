import { userPools } from '@cognate/wire/user-pools-service.ts'
import type { OperationName, Operations } from '@cognate/wire/user-pools.ts'
import { adjustableClock } from '../ambient/clock.ts'
import { logTo } from '../ambient/log.ts'
import { processMetrics } from '../ambient/metrics.ts'
import { systemRandom } from '../ambient/random.ts'
import { jsonDoor } from '../api/json-door.ts'
import { srpInline } from '../crypto/srp.ts'
import type { Message } from '../domain/message.ts'
import { tooManyEmails } from '../domain/refusals.ts'
import { openWorld, type Parts } from '../flows/open-world.ts'
import type { World } from '../flows/world.ts'
import type { Door, HttpRequest, HttpResponse } from '../http/message.ts'
import { readInbox } from '../outbox/read-inbox.ts'
import { openSqliteStore } from '../store/open-sqlite-store.ts'

/** What an operation answered with an error: its name and sentence. */
export class Refused extends Error {
  override readonly name: string
  constructor(name: string, message: string) {
    super(message)
    this.name = name
  }
}

/**
 * A whole server in memory: real rooms and a real store, with time in the test's hands. Calls go through the JSON door,
 * signed by nobody's key where the operation must be signed, as a developer's are.
 */
export async function testWorld(parts: Partial<Parts> = {}) {
  const clock = adjustableClock({ now: () => Date.UTC(2026, 0, 1) })
  const metrics = processMetrics()
  const world = await openWorld({
    store: parts.store ?? (await openSqliteStore({ memory: true })),
    masterKey: systemRandom.bytes(32),
    clock,
    random: systemRandom,
    log: logTo(process.stderr, 'error'),
    metrics,
    srp: srpInline(),
    keyPairsReady: 0,
    mailroom: { carriers: {}, inbox: true },
    site: { publicUrl: 'http://localhost:9400', issuer: 'cognate', allowPinnedIds: true },
    ...parts,
  })
  const door = jsonDoor({ accountOfUnknownKeys: '000000000000', metrics }, world)
  return {
    world,
    clock,
    door,
    metrics,
    call: callThrough(door, clock),
    /** What was sent to an address, newest first. */
    inbox: (to: string): Promise<readonly Message[]> => inboxOf(to, world),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

export type TestWorld = Awaited<ReturnType<typeof testWorld>>

/** Calls an operation the way a client does, as JSON; the answer must be what the model says it is. */
function callThrough(door: Door, clock: World['clock']) {
  return async function call<Name extends OperationName>(
    name: Name,
    input: Operations[Name]['input'],
  ): Promise<Operations[Name]['output']> {
    const response = await knock(
      door,
      requestFor(`${userPools.targetPrefix}.${name}`, JSON.stringify(input), clock.now()),
    )
    const body: unknown = JSON.parse(response.body.toString())
    if (response.status !== 200) throw refusedBy(name, body as { readonly __type: string; readonly message: string })
    const problems = userPools.operations[name].outputProblems(body)
    if (problems.length > 0) throw new Error(`${name} answered against the model: ${problems.join('; ')}`)
    return body as Operations[Name]['output']
  }
}

/** What AWS's front end says for every operation, and what we say of settings that are not served yet. */
const undeclared: ReadonlySet<string> = new Set([
  'IncompleteSignatureException',
  'InvalidSignatureException',
  'InvalidUserPoolConfigurationException',
  'MissingAuthenticationTokenException',
  'SerializationException',
  'UnexpectedLambdaException',
  'UnknownOperationException',
  'UnrecognizedClientException',
])

/** A refusal must be one of those that the operation declares; AWS refuses an e-mail too many with what not all do [O]. */
function refusedBy(
  name: OperationName,
  { __type, message }: { readonly __type: string; readonly message: string },
): Error {
  const declared =
    undeclared.has(__type) || userPools.operations[name].errors.includes(__type) || message === tooManyEmails(0).message
  return declared ? new Refused(__type, message) : new Error(`${name} does not declare ${__type}: ${message}`)
}

async function inboxOf(to: string, world: World): Promise<readonly Message[]> {
  return (await readInbox(to, world)).map(({ message }) => message)
}

/** Signed in form, by a key that nobody made. */
export function requestFor(target: string, body: string, now: number, service = 'cognito-idp'): HttpRequest {
  const amzDate = new Date(now).toISOString().replace(/[-:]|\.\d{3}/g, '')
  const scope = `${amzDate.slice(0, 8)}/us-east-1/${service}/aws4_request`
  return {
    method: 'POST',
    path: '/',
    query: '',
    headers: {
      host: 'localhost:9400',
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-date': amzDate,
      'x-amz-target': target,
      authorization: `AWS4-HMAC-SHA256 Credential=test/${scope}, SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature=${'0'.repeat(64)}`,
    },
    body: Buffer.from(body),
    remoteAddress: '127.0.0.1',
    secure: false,
  }
}

export async function knock(door: Door, request: HttpRequest): Promise<HttpResponse> {
  const answer = door(request)
  if (!answer) throw new Error('The door is not for this request')
  return answer
}
