/**
 * A device that its user confirmed. It can prove itself with a secret that never left it; its key alone proves nothing.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html
 */
export interface Device {
  readonly poolId: string
  readonly sub: string
  readonly key: string
  readonly name?: string
  /** Of its SRP verifier, hex. */
  readonly salt: string
  readonly sealedVerifier: string
  readonly remembered: boolean
  /** From where it was last used. */
  readonly address: string
  readonly createdAt: number
  readonly modifiedAt: number
  /** When its user last signed in with it, milliseconds since 1970. */
  readonly authenticatedAt: number
}
