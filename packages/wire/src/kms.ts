// Generated from model/kms.json by `npm run generate`: do not edit.

export type CustomerMasterKeySpec = 'RSA_2048' | 'RSA_3072' | 'RSA_4096' | 'ECC_NIST_P256' | 'ECC_NIST_P384' | 'ECC_NIST_P521' | 'ECC_SECG_P256K1' | 'SYMMETRIC_DEFAULT' | 'HMAC_224' | 'HMAC_256' | 'HMAC_384' | 'HMAC_512' | 'SM2'

export type DataKeySpec = 'AES_256' | 'AES_128'

export type EncryptionAlgorithmSpec = 'SYMMETRIC_DEFAULT' | 'RSAES_OAEP_SHA_1' | 'RSAES_OAEP_SHA_256' | 'SM2PKE'

export type KeyManagerType = 'AWS' | 'CUSTOMER'

export type KeySpec = 'RSA_2048' | 'RSA_3072' | 'RSA_4096' | 'ECC_NIST_P256' | 'ECC_NIST_P384' | 'ECC_NIST_P521' | 'ECC_SECG_P256K1' | 'SYMMETRIC_DEFAULT' | 'HMAC_224' | 'HMAC_256' | 'HMAC_384' | 'HMAC_512' | 'SM2' | 'ML_DSA_44' | 'ML_DSA_65' | 'ML_DSA_87' | 'ECC_NIST_EDWARDS25519'

export type KeyState = 'Creating' | 'Enabled' | 'Disabled' | 'PendingDeletion' | 'PendingImport' | 'PendingReplicaDeletion' | 'Unavailable' | 'Updating'

export type KeyUsageType = 'SIGN_VERIFY' | 'ENCRYPT_DECRYPT' | 'GENERATE_VERIFY_MAC' | 'KEY_AGREEMENT'

export type MultiRegionKeyType = 'PRIMARY' | 'REPLICA'

export type OriginType = 'AWS_KMS' | 'EXTERNAL' | 'AWS_CLOUDHSM' | 'EXTERNAL_KEY_STORE'

export interface AliasListEntry {
  readonly AliasName?: string | undefined
  readonly AliasArn?: string | undefined
  readonly TargetKeyId?: string | undefined
  readonly CreationDate?: Date | undefined
  readonly LastUpdatedDate?: Date | undefined
}

export interface KeyListEntry {
  readonly KeyId?: string | undefined
  readonly KeyArn?: string | undefined
}

export interface KeyMetadata {
  readonly AWSAccountId?: string | undefined
  readonly KeyId: string
  readonly Arn?: string | undefined
  readonly CreationDate?: Date | undefined
  readonly Enabled?: boolean | undefined
  readonly Description?: string | undefined
  readonly KeyUsage?: KeyUsageType | undefined
  readonly KeyState?: KeyState | undefined
  readonly DeletionDate?: Date | undefined
  readonly Origin?: OriginType | undefined
  readonly KeyManager?: KeyManagerType | undefined
  readonly CustomerMasterKeySpec?: CustomerMasterKeySpec | undefined
  readonly KeySpec?: KeySpec | undefined
  readonly EncryptionAlgorithms?: readonly EncryptionAlgorithmSpec[] | undefined
  readonly MultiRegion?: boolean | undefined
  readonly MultiRegionConfiguration?: MultiRegionConfiguration | undefined
  readonly PendingDeletionWindowInDays?: number | undefined
}

export interface MultiRegionConfiguration {
  readonly MultiRegionKeyType?: MultiRegionKeyType | undefined
  readonly PrimaryKey?: MultiRegionKey | undefined
  readonly ReplicaKeys?: readonly MultiRegionKey[] | undefined
}

export interface MultiRegionKey {
  readonly Arn?: string | undefined
  readonly Region?: string | undefined
}

export interface RecipientInfo {
  readonly KeyEncryptionAlgorithm?: string | undefined
  readonly AttestationDocument?: string | undefined
}

export interface Tag {
  readonly TagKey: string
  readonly TagValue: string
}

export interface CancelKeyDeletionRequest {
  readonly KeyId: string
}
export interface CancelKeyDeletionResponse {
  readonly KeyId?: string | undefined
}

export interface CreateAliasRequest {
  readonly AliasName: string
  readonly TargetKeyId: string
}
export type CreateAliasResponse = Record<string, never>

export interface CreateKeyRequest {
  readonly Policy?: string | undefined
  readonly Description?: string | undefined
  readonly KeyUsage?: KeyUsageType | undefined
  readonly CustomerMasterKeySpec?: CustomerMasterKeySpec | undefined
  readonly KeySpec?: KeySpec | undefined
  readonly Origin?: OriginType | undefined
  readonly CustomKeyStoreId?: string | undefined
  readonly BypassPolicyLockoutSafetyCheck?: boolean | undefined
  readonly Tags?: readonly Tag[] | undefined
  readonly MultiRegion?: boolean | undefined
  readonly XksKeyId?: string | undefined
}
export interface CreateKeyResponse {
  readonly KeyMetadata?: KeyMetadata | undefined
}

export interface DecryptRequest {
  readonly CiphertextBlob: string
  readonly EncryptionContext?: Readonly<Record<string, string>> | undefined
  readonly GrantTokens?: readonly string[] | undefined
  readonly KeyId?: string | undefined
  readonly EncryptionAlgorithm?: EncryptionAlgorithmSpec | undefined
  readonly Recipient?: RecipientInfo | undefined
  readonly DryRun?: boolean | undefined
}
export interface DecryptResponse {
  readonly KeyId?: string | undefined
  readonly Plaintext?: string | undefined
  readonly EncryptionAlgorithm?: EncryptionAlgorithmSpec | undefined
}

export interface DeleteAliasRequest {
  readonly AliasName: string
}
export type DeleteAliasResponse = Record<string, never>

export interface DescribeKeyRequest {
  readonly KeyId: string
  readonly GrantTokens?: readonly string[] | undefined
}
export interface DescribeKeyResponse {
  readonly KeyMetadata?: KeyMetadata | undefined
}

export interface DisableKeyRequest {
  readonly KeyId: string
}
export type DisableKeyResponse = Record<string, never>

export interface EnableKeyRequest {
  readonly KeyId: string
}
export type EnableKeyResponse = Record<string, never>

export interface EncryptRequest {
  readonly KeyId: string
  readonly Plaintext: string
  readonly EncryptionContext?: Readonly<Record<string, string>> | undefined
  readonly GrantTokens?: readonly string[] | undefined
  readonly EncryptionAlgorithm?: EncryptionAlgorithmSpec | undefined
  readonly DryRun?: boolean | undefined
}
export interface EncryptResponse {
  readonly CiphertextBlob?: string | undefined
  readonly KeyId?: string | undefined
  readonly EncryptionAlgorithm?: EncryptionAlgorithmSpec | undefined
}

export interface GenerateDataKeyRequest {
  readonly KeyId: string
  readonly EncryptionContext?: Readonly<Record<string, string>> | undefined
  readonly NumberOfBytes?: number | undefined
  readonly KeySpec?: DataKeySpec | undefined
  readonly GrantTokens?: readonly string[] | undefined
  readonly Recipient?: RecipientInfo | undefined
  readonly DryRun?: boolean | undefined
}
export interface GenerateDataKeyResponse {
  readonly CiphertextBlob?: string | undefined
  readonly Plaintext?: string | undefined
  readonly KeyId?: string | undefined
}

export interface GenerateDataKeyWithoutPlaintextRequest {
  readonly KeyId: string
  readonly EncryptionContext?: Readonly<Record<string, string>> | undefined
  readonly KeySpec?: DataKeySpec | undefined
  readonly NumberOfBytes?: number | undefined
  readonly GrantTokens?: readonly string[] | undefined
  readonly DryRun?: boolean | undefined
}
export interface GenerateDataKeyWithoutPlaintextResponse {
  readonly CiphertextBlob?: string | undefined
  readonly KeyId?: string | undefined
}

export interface GetKeyPolicyRequest {
  readonly KeyId: string
  readonly PolicyName?: string | undefined
}
export interface GetKeyPolicyResponse {
  readonly Policy?: string | undefined
  readonly PolicyName?: string | undefined
}

export interface GetKeyRotationStatusRequest {
  readonly KeyId: string
}
export interface GetKeyRotationStatusResponse {
  readonly KeyRotationEnabled?: boolean | undefined
  readonly KeyId?: string | undefined
}

export interface ListAliasesRequest {
  readonly KeyId?: string | undefined
  readonly Limit?: number | undefined
  readonly Marker?: string | undefined
}
export interface ListAliasesResponse {
  readonly Aliases?: readonly AliasListEntry[] | undefined
  readonly NextMarker?: string | undefined
  readonly Truncated?: boolean | undefined
}

export interface ListKeysRequest {
  readonly Limit?: number | undefined
  readonly Marker?: string | undefined
}
export interface ListKeysResponse {
  readonly Keys?: readonly KeyListEntry[] | undefined
  readonly NextMarker?: string | undefined
  readonly Truncated?: boolean | undefined
}

export interface ListResourceTagsRequest {
  readonly KeyId: string
  readonly Limit?: number | undefined
  readonly Marker?: string | undefined
}
export interface ListResourceTagsResponse {
  readonly Tags?: readonly Tag[] | undefined
  readonly NextMarker?: string | undefined
  readonly Truncated?: boolean | undefined
}

export interface PutKeyPolicyRequest {
  readonly KeyId: string
  readonly PolicyName?: string | undefined
  readonly Policy: string
  readonly BypassPolicyLockoutSafetyCheck?: boolean | undefined
}
export type PutKeyPolicyResponse = Record<string, never>

export interface ScheduleKeyDeletionRequest {
  readonly KeyId: string
  readonly PendingWindowInDays?: number | undefined
}
export interface ScheduleKeyDeletionResponse {
  readonly KeyId?: string | undefined
  readonly DeletionDate?: Date | undefined
  readonly KeyState?: KeyState | undefined
  readonly PendingWindowInDays?: number | undefined
}

export interface TagResourceRequest {
  readonly KeyId: string
  readonly Tags: readonly Tag[]
}
export type TagResourceResponse = Record<string, never>

export interface UntagResourceRequest {
  readonly KeyId: string
  readonly TagKeys: readonly string[]
}
export type UntagResourceResponse = Record<string, never>

export interface UpdateAliasRequest {
  readonly AliasName: string
  readonly TargetKeyId: string
}
export type UpdateAliasResponse = Record<string, never>

export interface UpdateKeyDescriptionRequest {
  readonly KeyId: string
  readonly Description: string
}
export type UpdateKeyDescriptionResponse = Record<string, never>

export interface Operations {
  CancelKeyDeletion: { input: CancelKeyDeletionRequest; output: CancelKeyDeletionResponse; caller: 'operator'; refuses: 'DependencyTimeoutException' | 'InvalidArnException' | 'KMSInternalException' | 'KMSInvalidStateException' | 'NotFoundException' }
  CreateAlias: { input: CreateAliasRequest; output: CreateAliasResponse; caller: 'operator'; refuses: 'AlreadyExistsException' | 'DependencyTimeoutException' | 'InvalidAliasNameException' | 'KMSInternalException' | 'KMSInvalidStateException' | 'LimitExceededException' | 'NotFoundException' }
  CreateKey: { input: CreateKeyRequest; output: CreateKeyResponse; caller: 'operator'; refuses: 'CloudHsmClusterInvalidConfigurationException' | 'CustomKeyStoreInvalidStateException' | 'CustomKeyStoreNotFoundException' | 'DependencyTimeoutException' | 'InvalidArnException' | 'KMSInternalException' | 'LimitExceededException' | 'MalformedPolicyDocumentException' | 'TagException' | 'UnsupportedOperationException' | 'XksKeyAlreadyInUseException' | 'XksKeyInvalidConfigurationException' | 'XksKeyNotFoundException' }
  Decrypt: { input: DecryptRequest; output: DecryptResponse; caller: 'operator'; refuses: 'DependencyTimeoutException' | 'DisabledException' | 'DryRunOperationException' | 'IncorrectKeyException' | 'InvalidCiphertextException' | 'InvalidGrantTokenException' | 'InvalidKeyUsageException' | 'KeyUnavailableException' | 'KMSInternalException' | 'KMSInvalidStateException' | 'NotFoundException' }
  DeleteAlias: { input: DeleteAliasRequest; output: DeleteAliasResponse; caller: 'operator'; refuses: 'DependencyTimeoutException' | 'KMSInternalException' | 'KMSInvalidStateException' | 'NotFoundException' }
  DescribeKey: { input: DescribeKeyRequest; output: DescribeKeyResponse; caller: 'operator'; refuses: 'DependencyTimeoutException' | 'InvalidArnException' | 'KMSInternalException' | 'NotFoundException' }
  DisableKey: { input: DisableKeyRequest; output: DisableKeyResponse; caller: 'operator'; refuses: 'DependencyTimeoutException' | 'InvalidArnException' | 'KMSInternalException' | 'KMSInvalidStateException' | 'NotFoundException' }
  EnableKey: { input: EnableKeyRequest; output: EnableKeyResponse; caller: 'operator'; refuses: 'DependencyTimeoutException' | 'InvalidArnException' | 'KMSInternalException' | 'KMSInvalidStateException' | 'LimitExceededException' | 'NotFoundException' }
  Encrypt: { input: EncryptRequest; output: EncryptResponse; caller: 'operator'; refuses: 'DependencyTimeoutException' | 'DisabledException' | 'DryRunOperationException' | 'InvalidGrantTokenException' | 'InvalidKeyUsageException' | 'KeyUnavailableException' | 'KMSInternalException' | 'KMSInvalidStateException' | 'NotFoundException' }
  GenerateDataKey: { input: GenerateDataKeyRequest; output: GenerateDataKeyResponse; caller: 'operator'; refuses: 'DependencyTimeoutException' | 'DisabledException' | 'DryRunOperationException' | 'InvalidGrantTokenException' | 'InvalidKeyUsageException' | 'KeyUnavailableException' | 'KMSInternalException' | 'KMSInvalidStateException' | 'NotFoundException' }
  GenerateDataKeyWithoutPlaintext: { input: GenerateDataKeyWithoutPlaintextRequest; output: GenerateDataKeyWithoutPlaintextResponse; caller: 'operator'; refuses: 'DependencyTimeoutException' | 'DisabledException' | 'DryRunOperationException' | 'InvalidGrantTokenException' | 'InvalidKeyUsageException' | 'KeyUnavailableException' | 'KMSInternalException' | 'KMSInvalidStateException' | 'NotFoundException' }
  GetKeyPolicy: { input: GetKeyPolicyRequest; output: GetKeyPolicyResponse; caller: 'operator'; refuses: 'DependencyTimeoutException' | 'InvalidArnException' | 'KMSInternalException' | 'KMSInvalidStateException' | 'NotFoundException' }
  GetKeyRotationStatus: { input: GetKeyRotationStatusRequest; output: GetKeyRotationStatusResponse; caller: 'operator'; refuses: 'DependencyTimeoutException' | 'InvalidArnException' | 'KMSInternalException' | 'KMSInvalidStateException' | 'NotFoundException' | 'UnsupportedOperationException' }
  ListAliases: { input: ListAliasesRequest; output: ListAliasesResponse; caller: 'operator'; refuses: 'DependencyTimeoutException' | 'InvalidArnException' | 'InvalidMarkerException' | 'KMSInternalException' | 'NotFoundException' }
  ListKeys: { input: ListKeysRequest; output: ListKeysResponse; caller: 'operator'; refuses: 'DependencyTimeoutException' | 'InvalidMarkerException' | 'KMSInternalException' }
  ListResourceTags: { input: ListResourceTagsRequest; output: ListResourceTagsResponse; caller: 'operator'; refuses: 'InvalidArnException' | 'InvalidMarkerException' | 'KMSInternalException' | 'NotFoundException' }
  PutKeyPolicy: { input: PutKeyPolicyRequest; output: PutKeyPolicyResponse; caller: 'operator'; refuses: 'DependencyTimeoutException' | 'InvalidArnException' | 'KMSInternalException' | 'KMSInvalidStateException' | 'LimitExceededException' | 'MalformedPolicyDocumentException' | 'NotFoundException' | 'UnsupportedOperationException' }
  ScheduleKeyDeletion: { input: ScheduleKeyDeletionRequest; output: ScheduleKeyDeletionResponse; caller: 'operator'; refuses: 'DependencyTimeoutException' | 'InvalidArnException' | 'KMSInternalException' | 'KMSInvalidStateException' | 'NotFoundException' }
  TagResource: { input: TagResourceRequest; output: TagResourceResponse; caller: 'operator'; refuses: 'InvalidArnException' | 'KMSInternalException' | 'KMSInvalidStateException' | 'LimitExceededException' | 'NotFoundException' | 'TagException' }
  UntagResource: { input: UntagResourceRequest; output: UntagResourceResponse; caller: 'operator'; refuses: 'InvalidArnException' | 'KMSInternalException' | 'KMSInvalidStateException' | 'NotFoundException' | 'TagException' }
  UpdateAlias: { input: UpdateAliasRequest; output: UpdateAliasResponse; caller: 'operator'; refuses: 'DependencyTimeoutException' | 'KMSInternalException' | 'KMSInvalidStateException' | 'LimitExceededException' | 'NotFoundException' }
  UpdateKeyDescription: { input: UpdateKeyDescriptionRequest; output: UpdateKeyDescriptionResponse; caller: 'operator'; refuses: 'DependencyTimeoutException' | 'InvalidArnException' | 'KMSInternalException' | 'KMSInvalidStateException' | 'NotFoundException' }
}
export type OperationName = keyof Operations
export type ExceptionName = 'AlreadyExistsException' | 'CloudHsmClusterInvalidConfigurationException' | 'CustomKeyStoreInvalidStateException' | 'CustomKeyStoreNotFoundException' | 'DependencyTimeoutException' | 'DisabledException' | 'DryRunOperationException' | 'IncorrectKeyException' | 'InvalidAliasNameException' | 'InvalidArnException' | 'InvalidCiphertextException' | 'InvalidGrantTokenException' | 'InvalidKeyUsageException' | 'InvalidMarkerException' | 'KMSInternalException' | 'KMSInvalidStateException' | 'KeyUnavailableException' | 'LimitExceededException' | 'MalformedPolicyDocumentException' | 'NotFoundException' | 'TagException' | 'UnsupportedOperationException' | 'XksKeyAlreadyInUseException' | 'XksKeyInvalidConfigurationException' | 'XksKeyNotFoundException'
