import type { Place } from './pool.ts'

/** A symmetric key of AWS Key Management Service, as the account that it belongs to sees it. */
export interface KmsKey extends Place {
  /** A UUID, or `mrk-` and 32 hexadecimal digits: https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html */
  readonly id: string
  readonly settings: KmsKeySettings
  /** 256 bits that nothing but this key knows. */
  readonly sealedMaterial: string
  readonly createdAt: number
  /** When it will be gone; until then it does nothing, and may be kept after all. */
  readonly deletionAt?: number | undefined
  readonly version: number
}

export interface KmsKeySettings {
  readonly Description: string
  readonly Policy: string
  readonly Tags: readonly KmsTag[]
  readonly MultiRegion: boolean
  readonly Enabled: boolean
}

export interface KmsTag {
  readonly TagKey: string
  readonly TagValue: string
}

/** Another name for a key; `name` begins with `alias/`. */
export interface KmsAlias extends Place {
  readonly name: string
  readonly keyId: string
  readonly createdAt: number
  readonly modifiedAt: number
}
