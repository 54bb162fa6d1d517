import { systemClock } from '../ambient/clock.ts'
import type { Log } from '../ambient/log.ts'
import type { Random } from '../ambient/random.ts'
import type { Settings } from '../config/settings.ts'
import type { Uploads } from '../domain/uploads.ts'
import type { Parts } from '../flows/open-world.ts'
import { functionsEndpoint } from './functions-endpoint.ts'

/** How functions are run that were made through the Lambda API; undefined where they are not. */
export async function openUploads(
  settings: Settings,
  { log, uploads, random, ...bound }: UploadParts,
): Promise<Parts['uploadedFunctions']> {
  if (uploads === 'refused') return undefined
  const { uploadedFunctions } = await import('../functions/uploaded-functions.ts')
  const endpoint = functionsEndpoint(settings, bound)
  const path = process.env['PATH'] ?? ''
  return (cellar) => uploadedFunctions({ ...cellar, endpoint, path, log, uploads, random, clock: systemClock })
}

interface UploadParts {
  readonly port: number
  readonly publicUrl: string
  readonly log: Log
  readonly random: Random
  readonly uploads: Uploads
}
