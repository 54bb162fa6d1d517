import type { KeyMetadata } from '@cognate/wire/kms.ts'
import { kmsArn } from '../domain/kms-arn.ts'
import type { KmsKey } from '../domain/kms-key.ts'

/** What is said of a key. https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html */
export function metadataOf(key: KmsKey): KeyMetadata {
  const { account, id, settings, createdAt, deletionAt } = key
  return {
    AWSAccountId: account,
    KeyId: id,
    Arn: kmsArn(key, `key/${id}`),
    CreationDate: new Date(createdAt),
    Enabled: stateOf(key) === 'Enabled',
    Description: settings.Description,
    KeyUsage: 'ENCRYPT_DECRYPT',
    KeyState: stateOf(key),
    ...(deletionAt !== undefined && { DeletionDate: new Date(deletionAt) }),
    Origin: 'AWS_KMS',
    KeyManager: 'CUSTOMER',
    CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
    KeySpec: 'SYMMETRIC_DEFAULT',
    EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
    MultiRegion: settings.MultiRegion,
    ...(settings.MultiRegion && { MultiRegionConfiguration: regionsOf(key) }),
  }
}

function stateOf({ deletionAt, settings }: KmsKey) {
  if (deletionAt !== undefined) return 'PendingDeletion'
  return settings.Enabled ? 'Enabled' : 'Disabled'
}

function regionsOf(key: KmsKey): NonNullable<KeyMetadata['MultiRegionConfiguration']> {
  const PrimaryKey = { Arn: kmsArn(key, `key/${key.id}`), Region: key.region }
  return { MultiRegionKeyType: 'PRIMARY', PrimaryKey, ReplicaKeys: [] }
}
