/**
 * What a request says of its own signature; nothing of it is verified yet.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
 */
export interface Signature {
  readonly kind: 'signature'
  /** In the Authorization header, or in the query ("presigned"). */
  readonly form: 'header' | 'query'
  readonly accessKeyId: string
  readonly scope: CredentialScope
  /** As listed: lower case. */
  readonly signedHeaders: readonly string[]
  /** 64 lower-case hex digits. */
  readonly signature: string
  /** `20260830T123600Z`. */
  readonly date: string
  /** The same, in milliseconds since 1970. */
  readonly signedAt: number
  /** How long a presigned request holds, in seconds. */
  readonly expiresIn?: number
  /** Of temporary credentials; for whoever looks up the secret to check. */
  readonly sessionToken?: string
}

export interface CredentialScope {
  /** `20260830`. */
  readonly date: string
  readonly region: string
  readonly service: string
}
