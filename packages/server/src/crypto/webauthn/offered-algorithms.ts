/** The signatures that we ask authenticators for, by their numbers of COSE (RFC 9053, RFC 8812): ES256, RS256. */
export const offeredAlgorithms: readonly number[] = [-7, -257]
