import { missingParameter } from '../../../domain/refusals.ts'

/** What stands for the caller where there is no access token. */
export function sessionOf({ Session }: { readonly Session?: string | undefined }): string {
  if (Session === undefined) throw missingParameter('Session')
  return Session
}
