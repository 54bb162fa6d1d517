import { WireError } from '@cognate/wire/wire-error.ts'
import type { Facts } from '../ambient/log.ts'
import { Refusal } from '../domain/refusal.ts'
import type { World } from '../flows/world.ts'
import { Contention } from '../store/settled.ts'
import { StorageFailure } from '../store/storage-failure.ts'
import { UnstorableText } from '../store/unstorable-text.ts'

interface Answered {
  readonly name: string
  readonly message: string
  readonly status: 400 | 500
}

/**
 * What the caller is told of something that was thrown. Client faults are 400 in this protocol, whatever their name;
 * everything unexpected is AWS's own InternalErrorException, of which the log says where, but not about whom.
 */
export function refusalOf(
  error: unknown,
  call: { readonly operation: string; readonly requestId: string },
  { log }: Pick<World, 'log'>,
): Answered {
  if (error instanceof Refusal || error instanceof WireError)
    return { name: error.name, message: error.message, status: 400 }
  if (error instanceof UnstorableText)
    return { name: 'InvalidParameterException', message: 'Text must not contain U+0000.', status: 400 }
  if (error instanceof Contention)
    return { name: 'TooManyRequestsException', message: 'Too many requests', status: 400 }
  log.error('call failed', { ...call, ...faultOf(error) })
  return { name: 'InternalErrorException', message: 'Something went wrong. Please try again.', status: 500 }
}

function faultOf(error: unknown): Facts {
  const fault = error instanceof Error ? error.name : typeof error
  return error instanceof StorageFailure ? { fault, reason: error.reason } : { fault, at: placeOf(error) }
}

/** The frames without the message in front of them, which may quote what somebody sent, and without our directories. */
function placeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const frames = error.stack?.replace(error.message, '').split('\n') ?? []
  return frames
    .filter((line) => line.startsWith('    at '))
    .slice(0, 3)
    .map((line) => line.trim().replace(/(?:file:\/\/)?\/\S*?\/(?=(?:packages|node_modules)\/)/, ''))
    .join(' < ')
}
