import type { EncryptionAlgorithmSpec, RecipientInfo } from '@cognate/wire/kms.ts'
import { kmsAlgorithmWrong, kmsUnsupported } from '../domain/kms-refusals.ts'

interface Use {
  readonly EncryptionAlgorithm?: EncryptionAlgorithmSpec | undefined
  readonly Recipient?: RecipientInfo | undefined
}

/** Refuses what symmetric keys cannot do, and answers for enclaves, which would otherwise leave in clear. */
export function checkUse({ EncryptionAlgorithm = 'SYMMETRIC_DEFAULT', Recipient }: Use): void {
  if (EncryptionAlgorithm !== 'SYMMETRIC_DEFAULT') throw kmsAlgorithmWrong(EncryptionAlgorithm)
  if (Recipient) throw kmsUnsupported('Recipient')
}
