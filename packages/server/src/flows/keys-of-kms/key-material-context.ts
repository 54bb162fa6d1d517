import type { KmsKey } from '../../domain/kms-key.ts'

/** What the bits of a key are sealed for; sealed ones cannot be moved to another key. */
export const keyMaterialContext = ({ account, region, id }: Pick<KmsKey, 'account' | 'region' | 'id'>) =>
  `kms-key:${account}:${region}:${id}`
