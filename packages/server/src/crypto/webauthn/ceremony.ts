/** What is expected of an answer to creation or request options. */
export interface Ceremony {
  readonly relyingPartyId: string
  isChallenge(challenge: string): boolean
  isOrigin(origin: string): boolean
  readonly requiresUserVerification: boolean
}
