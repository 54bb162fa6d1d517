/** A user's public key of a WebAuthn authenticator. Binary values are base64url, as in the specification's JSON. */
export interface Passkey {
  readonly poolId: string
  /** Chosen by the authenticator; no two of a pool are the same. */
  readonly id: string
  readonly sub: string
  /** COSE_Key (RFC 9052). */
  readonly publicKey: string
  /** How often the authenticator has signed, as far as it says; zero where it does not count. */
  readonly counter: number
  readonly relyingPartyId: string
  readonly friendlyName: string
  readonly transports: readonly string[]
  readonly attachment?: string
  readonly createdAt: number
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html */
export const mostPasskeysOfUser = 20
