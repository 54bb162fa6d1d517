import type { Facts } from '../ambient/log.ts'
import { StorageFailure } from '../store/storage-failure.ts'

/** What the log says of something unexpected: what kind it was and where, but not about whom. */
export function faultOf(error: unknown): Facts {
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
