/** What a refresh token says, under its seal. */
export interface RefreshGrant {
  readonly poolId: string
  readonly clientId: string
  readonly sub: string
  readonly sessionId: string
  /** How often the session's token had been rotated when this one was made. */
  readonly generation: number
  /** Milliseconds since 1970; the same for every generation. */
  readonly expiresAt: number
}
