import { type Sealer, Unsealable } from '../crypto/sealing.ts'
import { invalid } from '../domain/refusals.ts'

/** A place in a list, sealed for that list, so that it can be neither read nor made up, nor used in another one. */
export function pageToken(next: string | undefined, list: string, sealer: Sealer): string | undefined {
  return next === undefined ? undefined : sealer.seal(next, context(list))
}

/** Where to go on; refuses a token that was not given for this list. */
export function placeOf(token: string | undefined, list: string, sealer: Sealer): { readonly after?: string } {
  if (token === undefined) return {}
  try {
    return { after: sealer.unseal(token, context(list)).toString() }
  } catch (error) {
    if (error instanceof Unsealable) throw invalid('Invalid pagination token.')
    throw error
  }
}

const context = (list: string) => `page-token:${list}`
