import type { Sealer } from '../../crypto/sealing.ts'
import type { CodePurpose } from '../../domain/session.ts'

/** What a code is kept as: worth nothing for another person, another purpose or another pool. */
export function codeDigest(
  code: string,
  holder: { readonly poolId: string; readonly sub: string; readonly purpose: CodePurpose },
  sealer: Pick<Sealer, 'digest'>,
): string {
  return sealer.digest(code, `code:${holder.poolId}:${holder.sub}:${holder.purpose}`)
}
