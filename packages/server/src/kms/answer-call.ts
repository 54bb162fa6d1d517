import type { Contract } from '@cognate/wire/contract.ts'
import { kms } from '@cognate/wire/kms-service.ts'
import { readInput } from '@cognate/wire/read-input.ts'
import { WireError } from '@cognate/wire/wire-error.ts'
import { writeOutput } from '@cognate/wire/write-output.ts'
import { Refusal } from '../domain/refusal.ts'
import { authenticateOperator, type Signer, type SignaturePolicy } from '../flows/authenticate-operator.ts'
import { faultOf } from '../flows/fault-of.ts'
import type { World } from '../flows/world.ts'
import type { HttpRequest } from '../http/message.ts'
import { operations } from './operations.ts'

interface Call {
  readonly request: HttpRequest
  readonly policy: SignaturePolicy
  readonly requestId: string
}

interface Reply {
  /** For counting; `Unknown` when there is none of the name. */
  readonly operation: string
  readonly status: number
  readonly body: string
  /** The name of the error. */
  readonly error?: string
}

/** The whole life of a call, as api/dispatch.ts has it: which operation, who signed, is the input what the model says. */
export async function answerCall(call: Call, world: World): Promise<Reply> {
  const served = servedAt(call.request.headers['x-amz-target'] ?? '')
  const operation = served ? `kms:${served.contract.name}` : 'Unknown'
  try {
    if (!served || call.request.method !== 'POST') throw new Refusal('UnknownOperationException', 'Unknown operation.')
    const caller = await authenticateOperator(call.request, 'kms', call.policy, world)
    const input = readInput(served.contract as Contract<unknown, never>, call.request.body)
    const output = await served.handle(input, { ...world, caller })
    return { operation, status: 200, body: writeOutput(served.contract as Contract<never, unknown>, output) }
  } catch (error) {
    const { status, name, message } = told(error, { operation, requestId: call.requestId }, world)
    return { operation, status, error: name, body: JSON.stringify({ __type: name, message }) }
  }
}

interface Served {
  readonly contract: Contract<unknown, unknown>
  readonly handle: (input: unknown, context: World & { readonly caller: Signer }) => Promise<unknown>
}

function servedAt(target: string): Served | undefined {
  const name = target.slice(target.indexOf('.') + 1)
  if (!Object.hasOwn(operations, name)) return undefined
  const known = name as keyof typeof operations
  return { contract: kms.operations[known] as Served['contract'], handle: operations[known] as Served['handle'] }
}

function told(error: unknown, call: { readonly operation: string; readonly requestId: string }, { log }: World) {
  if (error instanceof Refusal || error instanceof WireError)
    return { status: 400, name: error.name, message: error.message }
  log.error('call failed', { ...call, ...faultOf(error) })
  return { status: 500, name: 'KMSInternalException', message: 'Something went wrong. Please try again.' }
}
