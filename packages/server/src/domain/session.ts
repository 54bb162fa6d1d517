import type { AuthenticationMethod } from './authentication-method.ts'

/**
 * What one sign-in opened: the family of its refresh tokens and of every token minted from them.
 * Its id is the id of the sign-in attempt, so that the write which opens it also spends the attempt.
 */
export interface Session {
  readonly poolId: string
  readonly sub: string
  readonly id: string
  readonly clientId: string
  /** `origin_jti` of its tokens. */
  readonly originJti: string
  /** `auth_time`, milliseconds since 1970. */
  readonly authenticatedAt: number
  /** When its refresh tokens end, milliseconds since 1970. */
  readonly expiresAt: number
  readonly revokedAt?: number
  /** How often the refresh token was rotated; only the newest generation (and its predecessor, in grace) is good. */
  readonly generation: number
  readonly rotatedAt?: number
  /** How strongly its sign-in authenticated, as its pool named that then, and by which methods. */
  readonly acr?: string
  readonly amr?: readonly AuthenticationMethod[]
  /** Of the device that its tokens were issued to, which need not be confirmed. */
  readonly deviceKey?: string
  /** When tokens were last refreshed, from where, and by what; kept where sessions are tracked. */
  readonly lastActiveAt?: number
  readonly address?: string
  readonly deviceType?: string
}

/**
 * What a verification code is for; an attribute's code names the attribute. That of a passkey is the challenge which its
 * registration signs, for the client that `value` names.
 */
export type CodePurpose =
  | 'ConfirmSignUp'
  | 'ForgotPassword'
  | 'VerifyAttribute:email'
  | 'VerifyAttribute:phone_number'
  | 'WebAuthnRegistration'

/** A code that was sent and not yet used. A newer one of the same purpose replaces it. */
export interface Code {
  readonly poolId: string
  readonly sub: string
  readonly purpose: CodePurpose
  /** Keyed digest of the code. */
  readonly digest: string
  /** The attribute the code was sent to, and the value it had: `email` or `phone_number`. */
  readonly attribute: string
  readonly value: string
  readonly createdAt: number
  readonly expiresAt: number
}

/** A message that was decided on, until it is sent. The payload is sealed; it may carry a code. */
export interface OutboxMessage {
  readonly id: string
  /** Keyed digest of the address, to find a person's messages without keeping the address in clear. */
  readonly recipientDigest: string
  readonly channel: 'email' | 'sms'
  readonly sealedPayload: string
  readonly createdAt: number
  /** When it is next due; moved ahead by whoever takes it, so a sender that dies gives it back. */
  readonly dueAt: number
  readonly attempts: number
  readonly state: 'waiting' | 'sent' | 'failed'
}
