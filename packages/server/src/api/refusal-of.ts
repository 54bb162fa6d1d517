import { WireError } from '@cognate/wire/wire-error.ts'
import { Refusal } from '../domain/refusal.ts'
import { concurrentlyModified, rateExceeded } from '../domain/refusals.ts'
import { faultOf } from '../flows/fault-of.ts'
import type { World } from '../flows/world.ts'
import { Contention } from '../store/settled.ts'
import { UnstorableText } from '../store/unstorable-text.ts'

export interface Answered {
  readonly name: string
  readonly message: string
  readonly status: 400 | 500
  readonly retryAfterSeconds?: number | undefined
}

interface FailedCall {
  readonly operation: string
  readonly requestId: string
  /** Names of the errors that the operation declares. */
  readonly declared: readonly string[]
}

/**
 * What the caller is told of something that was thrown. Client faults are 400 in this protocol, whatever their name;
 * everything unexpected is AWS's own InternalErrorException, of which the log says where, but not about whom.
 */
export function refusalOf(error: unknown, { declared, ...call }: FailedCall, { log }: Pick<World, 'log'>): Answered {
  if (error instanceof Refusal) return { ...told(error), retryAfterSeconds: error.retryAfterSeconds }
  if (error instanceof WireError) return told(error)
  if (error instanceof UnstorableText)
    return { name: 'InvalidParameterException', message: 'Text must not contain U+0000.', status: 400 }
  if (error instanceof Contention) return ofContention(declared)
  log.error('call failed', { ...call, ...faultOf(error) })
  return { name: 'InternalErrorException', message: 'Something went wrong. Please try again.', status: 500 }
}

/** Not every operation has a name for it that others change the same thing. */
function ofContention(declared: readonly string[]): Answered {
  const modified = concurrentlyModified()
  return declared.includes(modified.name) ? told(modified) : { ...told(rateExceeded(1)), retryAfterSeconds: 1 }
}

const told = ({ name, message }: Refusal | WireError): Answered => ({ name, message, status: 400 })
