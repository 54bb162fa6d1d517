import { readInput } from '@cognate/wire/read-input.ts'
import { writeOutput } from '@cognate/wire/write-output.ts'
import type { Contract } from '@cognate/wire/contract.ts'
import { Refusal } from '../domain/refusal.ts'
import { accessTokenInvalid, accessTokenRevoked, userNotFound } from '../domain/refusals.ts'
import { authenticateOperator, type SignaturePolicy } from '../flows/authenticate-operator.ts'
import { readAccessToken } from '../flows/tokens/read-access-token.ts'
import type { World } from '../flows/world.ts'
import type { HttpRequest } from '../http/message.ts'
import { admit } from './admit.ts'
import { checkAskedRegion } from './asked-region.ts'
import type { Callers } from './callers.ts'
import { notOfferedYet } from './not-offered-yet.ts'
import { originOf } from './origin-of.ts'
import { type Answered, refusalOf } from './refusal-of.ts'
import { type Served, servedAt } from './services.ts'

/** One call of a JSON service, and what may be asked about it on the way. */
export interface Call {
  readonly request: HttpRequest
  readonly policy: SignaturePolicy
  readonly requestId: string
}

export interface Reply {
  readonly status: number
  readonly body: string
  /** Name of the operation, for counting; `Unknown` when there is none. */
  readonly operation: string
  readonly error?: Pick<Answered, 'name' | 'message' | 'retryAfterSeconds'>
}

/**
 * The whole life of a JSON call, top to bottom. No operation can leave out a step: is it served; who signed it, where it
 * must be signed; is the input what the model says; whose access token is it, where it takes one; does the Region that
 * is asked serve it; is there still room for it in this second. So a stranger learns nothing of what an operator's input
 * lacks, and a token is looked at only in an input that is whole.
 */
export async function dispatch(call: Call, world: World): Promise<Reply> {
  const served = servedAt(call.request.headers['x-amz-target'] ?? '')
  const operation = served?.contract.name ?? 'Unknown'
  const journal = world.recorder.open({ operation, requestId: call.requestId })
  try {
    if (!served || call.request.method !== 'POST') throw new Refusal('UnknownOperationException', 'Unknown operation.')
    return { status: 200, operation, body: await answer(served, { ...call, journal }, world) }
  } catch (error) {
    const declared = served?.contract.errors ?? []
    const { status, ...refusal } = refusalOf(error, { operation, requestId: call.requestId, declared }, world)
    journal.close({ kind: 'refused', name: refusal.name, message: refusal.message })
    const body = JSON.stringify({ __type: refusal.name, message: refusal.message })
    return { status, operation, body, error: refusal }
  }
}

async function answer(served: Served, call: Call & Journaled, world: World): Promise<string> {
  const { contract, signingName, offered, handle } = served
  const { request, policy, journal } = call
  if (!offered) throw notOfferedYet(contract.name)
  const signer =
    contract.caller === 'operator' ? await authenticateOperator(request, signingName, policy, world) : undefined
  const input = readInput(contract as Contract<unknown, never>, request.body)
  const caller = signer
    ? { ...signer, operation: contract.name }
    : await unsignedCaller(contract, { input, host: request.headers['host'] }, world)
  await admit(served, { input, caller }, world)
  journal.sent(input)
  if (caller.kind === 'user') noteCaller(caller, journal)
  const output = await handle(input, { ...world, caller, origin: originOf(request), journal })
  const body = writeOutput(contract as Contract<never, unknown>, output)
  journal.close({ kind: 'answered', output })
  return body
}

type Journaled = Pick<World, 'journal'>

function noteCaller({ pool, client, user }: Callers['user'], journal: World['journal']): void {
  journal.at({ pool, clientId: client.id })
  journal.about({ sub: user.sub, userName: user.username })
}

/** Whoever calls, once the Region that they call may serve them. */
async function unsignedCaller(
  contract: Served['contract'],
  asked: { readonly input: unknown; readonly host: string | undefined },
  world: World,
): Promise<Callers['anyone' | 'user']> {
  const caller = await tokenCaller(contract, asked.input, world)
  await checkAskedRegion({ ...asked, operation: contract.name, caller }, world)
  return caller
}

/** Whoever holds the access token in the input, where the operation takes one. */
async function tokenCaller(
  { caller, errors }: Served['contract'],
  input: unknown,
  world: World,
): Promise<Callers['anyone' | 'user']> {
  const token = (input as { readonly AccessToken?: string }).AccessToken
  if (caller === 'anyone' || (caller === 'user-or-session' && token === undefined)) return { kind: 'anyone' }
  if (token === undefined) throw accessTokenInvalid()
  // Not every operation has a name for it that the user is gone.
  const gone = errors.includes('UserNotFoundException') ? userNotFound : accessTokenRevoked
  return { kind: 'user', ...(await readAccessToken(token, gone, world)) }
}
