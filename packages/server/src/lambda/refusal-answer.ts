import { FunctionRefusal } from '../domain/function-refusal.ts'
import { functionsChangedMeanwhile } from '../domain/function-refusals.ts'
import { Refusal } from '../domain/refusal.ts'
import type { World } from '../flows/world.ts'
import { Contention } from '../store/settled.ts'
import { StorageFailure } from '../store/storage-failure.ts'
import type { LambdaAnswer } from './lambda-call.ts'

interface FailedCall {
  readonly requestId: string
  readonly method: string
}

/** What a caller is told of something that was thrown; of what nobody expected the log says more. */
export function refusalAnswer(error: unknown, call: FailedCall, { log }: Pick<World, 'log'>): LambdaAnswer {
  if (error instanceof FunctionRefusal) return told(error, error.status)
  if (error instanceof Refusal) return told(error, 403)
  if (error instanceof Contention) return refusalAnswer(functionsChangedMeanwhile(), call, { log })
  const fault = error instanceof Error ? error.name : typeof error
  log.error('call of the Lambda API failed', {
    ...call,
    fault,
    ...(error instanceof StorageFailure && { reason: error.reason }),
  })
  return told({ name: 'ServiceException', message: 'The service encountered an internal error.' }, 500)
}

function told({ name, message }: { readonly name: string; readonly message: string }, status: number): LambdaAnswer {
  const sentence = name === 'ResourceNotFoundException' || status === 500 ? { Message: message } : { message }
  const body = { Type: status >= 500 ? 'Service' : 'User', ...sentence }
  return { status, body, headers: { 'x-amzn-errortype': name } }
}
