import type { Settings } from '../config/settings.ts'
import type { Uploads } from '../domain/uploads.ts'

/** Only root can make a function another user; in dev a warning is enough. */
export function uploadsOf(
  { profile, uploadedFunctions }: Pick<Settings, 'profile' | 'uploadedFunctions'>,
  user: number | undefined,
): Uploads {
  if (!uploadedFunctions) return 'refused'
  return profile === 'dev' || user === 0 ? 'run' : 'confined'
}
